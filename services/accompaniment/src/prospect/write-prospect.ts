import { emailKey } from '@ancrage/input/contact-keys';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { ProspectFacts } from './prospect-facts.js';

const OF_PROSPECT: [column: string, field: keyof ProspectFacts][] = [
  ['adults', 'adults'],
  ['children_birth_years', 'childrenBirthYears'],
  ['project', 'project'],
  ['activity', 'activity'],
  ['needed_speed', 'neededSpeed'],
  ['needed_services', 'neededServices'],
  ['housing', 'housing'],
  ['premises', 'premises'],
  ['wished_communes', 'wishedCommunes'],
  ['horizon', 'horizon'],
];
const OF_CONTACT: [column: string, field: keyof ProspectFacts][] = [
  ['name', 'name'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['lives_in', 'livesIn'],
  ['call_when', 'callWhen'],
  ['locale', 'locale'],
];
const FIELDS = [...OF_PROSPECT, ...OF_CONTACT];

/** Writes what is known of a household. Gives the fields that were something else before. */
export async function writeProspect(
  connection: Connection,
  { territoryId }: Scope,
  id: string,
  facts: ProspectFacts,
): Promise<(keyof ProspectFacts)[]> {
  const { rows } = await connection.query<Record<keyof ProspectFacts, unknown>>(
    `select ${FIELDS.map(([column, field]) => `${column} as "${field}"`).join(', ')}
       from prospect p join prospect_contact c on c.prospect_id = p.id where p.territory_id = $1 and p.id = $2`,
    [territoryId, id],
  );
  const changed = FIELDS.map(([, field]) => field).filter(
    (field) => JSON.stringify(rows[0]?.[field] ?? null) !== JSON.stringify(facts[field]),
  );
  if (changed.length === 0) return [];
  const set = (columns: typeof FIELDS) =>
    columns.map(([column], index) => `${column} = $${index + 3}`).join(', ');
  const values = (columns: typeof FIELDS) => columns.map(([, field]) => facts[field]);
  await connection.query(
    `update prospect set ${set(OF_PROSPECT)}, version = version + 1 where territory_id = $1 and id = $2`,
    [territoryId, id, ...values(OF_PROSPECT)],
  );
  const keys = OF_CONTACT.length + 3;
  // An address that comes back is one thing; another address is not known to.
  await connection.query(
    `update prospect_contact set ${set(OF_CONTACT)}, email_key = $${keys}, phone_key = $${keys + 1},
       bounced_at = case when email_key is distinct from $${keys} then null else bounced_at end
     where territory_id = $1 and prospect_id = $2`,
    [territoryId, id, ...values(OF_CONTACT), facts.email && emailKey(facts.email), facts.phone],
  );
  return changed;
}

/** Fills in what was blank, as takeIn does: nothing proves that a form is theirs. */
export async function fillInProspect(
  connection: Connection,
  { territoryId }: Scope,
  id: string,
  facts: ProspectFacts,
): Promise<void> {
  await connection.query(
    `update prospect set needed_speed = coalesce(needed_speed, $3), housing = coalesce(housing, $4),
       premises = coalesce(premises, $5), horizon = coalesce(horizon, $6::installation_horizon),
       needed_services = case when needed_services = '{}' then $7 else needed_services end,
       wished_communes = case when wished_communes = '{}' then $8 else wished_communes end,
       children_birth_years = case when children_birth_years = '{}' then $9 else children_birth_years end
     where territory_id = $1 and id = $2`,
    [
      ...[territoryId, id, facts.neededSpeed, facts.housing, facts.premises, facts.horizon],
      ...[facts.neededServices, facts.wishedCommunes, facts.childrenBirthYears],
    ],
  );
  await connection.query(
    `update prospect_contact set lives_in = coalesce(lives_in, $3), call_when = coalesce(call_when, $4)
      where territory_id = $1 and prospect_id = $2`,
    [territoryId, id, facts.livesIn, facts.callWhen],
  );
}
