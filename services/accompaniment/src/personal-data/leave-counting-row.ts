import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

/** Years of birth by the five years in which they lie, as statistics give ages: enough to count, too little to know who. */
const FIVE_YEARS = 'array(select year / 5 * 5 from unnest(children_birth_years) as year order by 1)';
const TO_THE_DAY = (column: string): string => `date_trunc('day', ${column}, 'Europe/Paris')`;

/**
 * Puts a row in a household's place that counts as it did: how many they were and of about what age, how far they came,
 * why they did not, when they were first in touch, what brought them. Registrations, attendance, ratings and
 * installations go on under it without their words.
 */
export async function leaveCountingRow(
  connection: Connection,
  { territoryId }: Scope,
  prospectId: string,
  heirId: string,
): Promise<void> {
  const query = (text: string) => connection.query(text, [territoryId, prospectId, heirId]);
  await query(
    `insert into prospect (id, territory_id, stage, first_contact_on, adults, children_birth_years, lost_reason, lost_at,
                           created_at, anonymised_at, demonstration)
     select $3, territory_id, stage, first_contact_on, adults, ${FIVE_YEARS}, lost_reason, ${TO_THE_DAY('lost_at')},
            ${TO_THE_DAY('created_at')}, now(), demonstration
       from prospect where territory_id = $1 and id = $2`,
  );
  await query(
    `update prospect_touch set prospect_id = $3, at = ${TO_THE_DAY('at')}, declared_words = null
      where territory_id = $1 and prospect_id = $2`,
  );
  await query(
    `update registration set prospect_id = $3, children_birth_years = ${FIVE_YEARS}, contact_name = null, email = null,
       email_key = null, phone = null, project = null, needs = '{}', idempotency_key = null,
       registered_at = ${TO_THE_DAY('registered_at')}
      where territory_id = $1 and prospect_id = $2`,
  );
  await query(
    `update survey_answer set prospect_id = $3, liked = null, missed = null where territory_id = $1 and prospect_id = $2`,
  );
  await connection.query('delete from household_visit where territory_id = $1 and prospect_id = $2', [
    territoryId,
    prospectId,
  ]);
  await query('update registration_event set prospect_id = $3 where territory_id = $1 and prospect_id = $2');
  await leaveSettling(query);
}

/** What is counted of a settling: when, where, how many, how far its steps came, whether they stayed. No word, no name, no document. */
async function leaveSettling(query: (text: string) => Promise<unknown>): Promise<void> {
  await query(
    `update installation set prospect_id = $3, children_birth_years = ${FIVE_YEARS}, evidence_note = null,
       evidence_file_id = null, abandon_note = null, lead_id = null, lead_name = null,
       declared_by = case when declared_by is not null then '–' end, declared_at = ${TO_THE_DAY('declared_at')}
      where territory_id = $1 and prospect_id = $2`,
  );
  await query(
    `update installation_step set prospect_id = $3, note = null, description = '', public_words = '', documents = '[]',
       title = case when key like 'own-%' then '–' else title end, assignee_id = null, assignee_name = null,
       stands_in_for = null, actor_name = null, settled_by = null, settled_at = ${TO_THE_DAY('settled_at')}
      where territory_id = $1 and prospect_id = $2`,
  );
  await query(
    `update follow_up set prospect_id = $3, words = null, answered_by = null, answered_at = ${TO_THE_DAY('answered_at')}
      where territory_id = $1 and prospect_id = $2`,
  );
}
