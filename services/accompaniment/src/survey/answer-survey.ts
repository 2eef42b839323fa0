import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { asHousehold } from '../household/own-household.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import type { SurveyInput } from './survey.input.js';
import type { SurveyOutlook } from './survey.js';

const LONGEST = 2000;

export interface SurveyFacts {
  rating: number;
  outlook: SurveyOutlook;
  liked: string | null;
  missed: string | null;
}

/** What was answered, cleaned, with what is wrong with it in `problems`. */
export function surveyFacts(input: SurveyInput, problems: Problems): SurveyFacts {
  const { rating, outlook } = input;
  if (!rating || rating < 1 || rating > 5)
    problems.add('rating', 'Choisissez une note de 1 à 5.', 'Choose a rating from 1 to 5.');
  if (!outlook)
    problems.add('outlook', 'Dites où vous en êtes de votre projet.', 'Say how far your project has come.');
  const words = (field: 'liked' | 'missed') => {
    const text = cleanText(input[field] ?? '');
    if (text.length > LONGEST) problems.add(field, '2 000 caractères au plus.', 'At most 2,000 characters.');
    return text || null;
  };
  return {
    rating: rating ?? 0,
    outlook: outlook as SurveyOutlook,
    liked: words('liked'),
    missed: words('missed'),
  };
}

/** Keeps a household's answer, the first time or again; the same answer once more changes nothing. */
export async function keepAnswer(
  context: SubgraphContext,
  {
    registrationId,
    prospectId,
    sessionId,
  }: { registrationId: string; prospectId: string; sessionId: string },
  { rating, outlook, liked, missed }: SurveyFacts,
): Promise<void> {
  const own = asHousehold(context, prospectId);
  await own.write(async (connection) => {
    const { rows } = await connection.query<{ first: boolean }>(
      `insert into survey_answer as held (registration_id, territory_id, session_id, prospect_id, rating, outlook, liked, missed)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (registration_id) do update
          set rating = excluded.rating, outlook = excluded.outlook, liked = excluded.liked, missed = excluded.missed,
              answered_at = now()
        where (held.rating, held.outlook, held.liked, held.missed)
              is distinct from (excluded.rating, excluded.outlook, excluded.liked, excluded.missed)
       returning xmax = 0 as first`,
      [registrationId, own.scope.territoryId, sessionId, prospectId, rating, outlook, liked, missed],
    );
    const [written] = rows;
    if (!written) return;
    await recordProspectEvent(connection, own.scope, prospectId, 'SURVEY_ANSWERED', {
      detail: { sessionId, rating, outlook, ...(!written.first && { changed: true }) },
    });
  });
}
