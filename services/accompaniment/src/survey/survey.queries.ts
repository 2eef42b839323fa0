import type { SubgraphContext } from '@ancrage/subgraph';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { asHousehold } from '../household/own-household.js';
import { isSessionId, loadSession } from '../session/session.queries.js';
import type { OwnSurvey, SessionSurvey, SurveyReply, SurveyVoice } from './survey.js';

const DAYS_OPEN = 30;

const REPLY = `a.rating, a.outlook, a.liked, a.missed, a.answered_at as "answeredAt"`;

/** The household that a registration is of; null when there is none such. Nothing of it may show in an answer. */
async function householdOf(context: SubgraphContext, registrationId: string): Promise<string | null> {
  const [row] = await asTerritory(context).read<{ prospectId: string }>({
    name: 'household of a survey',
    text: 'select prospect_id as "prospectId" from registration where id = $1',
    values: [registrationId],
  });
  return row?.prospectId ?? null;
}

/** The survey of one registration, with whose it is; null when nobody of it came. */
export async function selectOwnSurvey(
  context: SubgraphContext,
  registrationId: string,
): Promise<{ prospectId: string; survey: OwnSurvey } | null> {
  const prospectId = await householdOf(context, registrationId);
  if (!prospectId) return null;
  const [row] = await asHousehold(context, prospectId).read<{ sessionId: string; rating: number | null }>({
    name: 'own survey',
    text: `select r.session_id as "sessionId", ${REPLY}
      from registration r left join survey_answer a on a.registration_id = r.id
     where r.id = $1 and r.status = 'ATTENDED'`,
    values: [registrationId],
  });
  const session = row && (await loadSession(context, row.sessionId));
  if (!session) return null;
  const openUntil = new Date(session.endsAt.getTime() + DAYS_OPEN * 86_400_000);
  const now = Date.now();
  return {
    prospectId,
    survey: {
      session,
      reply: row.rating === null ? null : (row as unknown as SurveyReply),
      openUntil,
      open: session.startsAt.getTime() <= now && now <= openUntil.getTime(),
    },
  };
}

/** What the households of a session said, as agents read it. */
export async function selectSessionSurvey(
  context: SubgraphContext,
  sessionId: string,
): Promise<SessionSurvey | null> {
  if (!isSessionId(sessionId)) return null;
  const [voices, counts] = await Promise.all([
    context.read<SurveyVoice>({
      name: 'survey of a session',
      text: `select a.registration_id as "registrationId", r.contact_name as "contactName", ${REPLY}
        from survey_answer a join registration r on r.id = a.registration_id
       where a.session_id = $1 order by a.answered_at desc, a.registration_id`,
      values: [sessionId],
    }),
    context.read<{ asked: number }>({
      name: 'households that came',
      text: `select count(*)::int as asked from registration where session_id = $1 and status = 'ATTENDED'`,
      values: [sessionId],
    }),
  ]);
  const sum = voices.reduce((total, { rating }) => total + rating, 0);
  return {
    asked: counts[0]?.asked ?? 0,
    averageRating: voices.length > 0 ? sum / voices.length : null,
    voices,
  };
}
