import type { Connection } from '@ancrage/subgraph/database';
import { typesOfFamilies } from '../facility/facility-types.js';
import type { OfferProblems } from '../qualification/offer-refused.js';
import { type FactAnswerInput, type InvitationToAnswer, VerificationAnswerKind } from './answer.js';

const NAME_LENGTH = 120;

/** An answer as it is stored; without a count, there is none any more. */
export interface StoredAnswer {
  type: string;
  count: number | null;
  names: string[];
  note: string;
}

/** Reads answers, with what is known now for those that only confirm; notes what is wrong with them. */
export function readAnswers(
  answers: readonly FactAnswerInput[],
  { families }: InvitationToAnswer,
  known: ReadonlyMap<string, number | null>,
  problems: OfferProblems,
): StoredAnswer[] {
  const asked = new Set(typesOfFamilies(families));
  if (new Set(answers.map(({ type }) => type)).size < answers.length)
    problems.add('answers', 'Un même type de service y est deux fois.', 'A type of service is there twice.');
  return answers.map(({ type, answer, ...given }, index) => {
    const field = `answers.${type}`;
    if (!asked.has(type))
      problems.add(
        `answers.${index}.type`,
        'Cette campagne ne demande pas cela.',
        'This campaign does not ask that.',
      );
    if (answer === VerificationAnswerKind.DONT_KNOW) return { type, count: null, names: [], note: '' };
    const confirmed = answer === VerificationAnswerKind.CONFIRMED ? (known.get(type) ?? null) : null;
    const count = given.count ?? confirmed;
    if (count === null)
      problems.add(`${field}.count`, 'Indiquez combien il y en a.', 'Say how many there are.');
    else problems.count(`${field}.count`, count);
    const names = (given.names ?? []).map((name) => name.trim()).filter(Boolean);
    if (names.some((name) => name.length > NAME_LENGTH))
      problems.add(
        `${field}.names`,
        `${NAME_LENGTH} caractères au plus par nom.`,
        `${NAME_LENGTH} characters a name at most.`,
      );
    const note = given.note?.trim() ? problems.text(`${field}.note`, given.note, 1000) : '';
    return { type, count, names, note };
  });
}

/**
 * Puts a commune's answers in the queue. What it answered before and nobody decided is replaced; an answer that was
 * accepted already and is sent again is not queued twice.
 */
export async function writeAnswers(
  connection: Connection,
  territoryId: string,
  { id, communeCode }: InvitationToAnswer,
  answeredBy: string,
  answers: readonly StoredAnswer[],
): Promise<void> {
  // One submission of a link at a time: a double tap finds the first one's answers, and replaces them by the same.
  await connection.query(
    'update campaign_invitation set answered_at = now(), answered_by = $3 where territory_id = $1 and id = $2',
    [territoryId, id, answeredBy],
  );
  const given = [territoryId, id, JSON.stringify(answers)];
  await connection.query(FORGET, given);
  await connection.query(QUEUE, [...given, communeCode, answeredBy]);
}

const GIVEN = `given as (
  select * from jsonb_to_recordset($3::jsonb) as g (type text, count int, names text[], note text)
)`;

const FORGET = `
  with ${GIVEN}
  delete from correction c using given g
  where c.territory_id = $1 and c.invitation_id = $2 and c.status = 'PENDING' and c.type_code = g.type and g.count is null`;

const QUEUE = `
  with ${GIVEN}
  insert into correction as c (id, territory_id, commune_code, type_code, origin, known_count, proposed_count, proposed_names, note, sent_by, invitation_id)
  select gen_random_uuid(), $1, $4, g.type, 'CAMPAIGN', f.count, g.count, g.names, g.note, $5, $2
  from given g left join offer_facts($1, array[$4]) f on f.type_code = g.type
  where g.count is not null and not exists (
    select from correction done
    where done.territory_id = $1 and done.invitation_id = $2 and done.type_code = g.type and done.status = 'ACCEPTED'
      and (done.proposed_count, done.proposed_names, done.note) = (g.count, g.names, g.note))
  on conflict (invitation_id, type_code) where invitation_id is not null and status = 'PENDING'
  do update set proposed_count = excluded.proposed_count, proposed_names = excluded.proposed_names, note = excluded.note,
    sent_by = excluded.sent_by, known_count = excluded.known_count, created_at = now()`;
