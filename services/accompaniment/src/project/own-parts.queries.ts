import type { SubgraphContext } from '@ancrage/subgraph';
import { asHousehold } from '../household/own-household.js';
import type { HouseholdMessageNode, OwnDocument, OwnFollowUp } from './own-parts.js';

/** Messages that a page shows, the latest: a thread is no archive. */
export const MOST_MESSAGES = 200;

export const MESSAGE_COLUMNS = `id, from_household as "fromHousehold", author, body, sent_at as "sentAt", read_at as "readAt"`;

/** Documents that are shared with a household, its own included, newest first. */
export const selectOwnDocuments = (context: SubgraphContext, prospectId: string): Promise<OwnDocument[]> =>
  asHousehold(context, prospectId).read<OwnDocument>({
    name: 'own documents',
    text: `select id, name, octet_length(content) as size, added_at as "addedAt", step_id as "stepId",
        added_by = 'household:' || prospect_id as "fromHousehold", document_key as "documentKey"
      from prospect_file where prospect_id = $1 and shared order by added_at desc, id`,
    values: [prospectId],
  });

/** The household's thread with the team, the first one first. */
export const selectOwnMessages = async (
  context: SubgraphContext,
  prospectId: string,
): Promise<HouseholdMessageNode[]> =>
  (
    await asHousehold(context, prospectId).read<HouseholdMessageNode>({
      name: 'own messages',
      text: `select ${MESSAGE_COLUMNS} from household_message where prospect_id = $1
        order by sent_at desc, id limit ${MOST_MESSAGES}`,
      values: [prospectId],
    })
  ).reverse();

/** What is asked after 6 and 12 months: answered, or due. What is to come later is not among them. */
export const selectOwnFollowUps = (context: SubgraphContext, prospectId: string): Promise<OwnFollowUp[]> =>
  asHousehold(context, prospectId).read<OwnFollowUp>({
    name: 'own follow-ups',
    text: `select id, months, due_on::text as "dueOn", answered_at as "answeredAt", still_here as "stillHere", jobs, rating,
        words
      from follow_up where prospect_id = $1
        and (answered_at is not null or due_on <= (now() at time zone 'Europe/Paris')::date)
      order by months`,
    values: [prospectId],
  });

/** The next session that they hold seats in, are offered some, or wait for; null without. */
export async function selectNextRegistration(
  context: SubgraphContext,
  prospectId: string,
): Promise<{ id: string; sessionId: string } | null> {
  const [row] = await asHousehold(context, prospectId).read<{ id: string; sessionId: string }>({
    name: 'own next registration',
    text: `select r.id, r.session_id as "sessionId" from registration r join discovery_session s on s.id = r.session_id
      where r.prospect_id = $1 and r.status in ('CONFIRMED', 'WAITLISTED', 'OFFERED') and s.ends_at > now()
      order by s.starts_at, r.id limit 1`,
    values: [prospectId],
  });
  return row ?? null;
}
