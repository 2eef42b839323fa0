import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { OPEN } from './sponsorship-status.js';

const SPONSOR_CARD = `jsonb_build_object('name', s.name, 'activity', s.activity, 'presentation', s.presentation,
  'communeCode', s.commune_code, 'languages', to_jsonb(s.languages))`;

/** Who a household is once the sponsor accepted: a first name, when and where it arrives, how old its children are. */
const KNOWN = `jsonb_build_object('firstName', split_part(c.name, ' ', 1),
  'arrival', to_char(coalesce(i.effective_on, i.expected_on), 'YYYY-MM'),
  'communeCode', i.commune_code, 'childrenBirthYears', to_jsonb(p.children_birth_years))`;

const HOUSEHOLD_CARD = `jsonb_build_object('adults', p.adults, 'children', cardinality(p.children_birth_years),
    'horizon', coalesce(i.horizon::text, p.horizon::text))
  || case when n.sponsor_accepted_at is null then '{}' else ${KNOWN} end`;

/**
 * Writes anew what the two sides of open sponsorships may read of each other, after either was changed or answered; what
 * is over is forgotten by the other side. The scope must be a member's or the territory's own.
 */
export async function refreshCards(
  connection: Connection,
  { territoryId }: Scope,
  of: { id?: string; sponsorId?: string; prospectId?: string } = {},
): Promise<void> {
  const chosen = [territoryId, of.id ?? null, of.sponsorId ?? null, of.prospectId ?? null];
  const where = `n.territory_id = $1 and ($2::uuid is null or n.id = $2)
    and ($3::uuid is null or n.sponsor_id = $3) and ($4::uuid is null or n.prospect_id = $4)`;
  await connection.query(
    `update sponsorship n set sponsor_card = f.sponsor_card, household_card = f.household_card
       from (select n.id, ${SPONSOR_CARD} as sponsor_card, ${HOUSEHOLD_CARD} as household_card
               from sponsorship n join sponsor s on s.id = n.sponsor_id join prospect p on p.id = n.prospect_id
               left join prospect_contact c on c.prospect_id = p.id
               left join lateral (
                 select x.* from installation x where x.prospect_id = p.id and x.status <> 'ABANDONED' limit 1
               ) i on true
              where ${where} and n.status in ${OPEN}) f
      where n.id = f.id and (n.sponsor_card, n.household_card) is distinct from (f.sponsor_card, f.household_card)`,
    chosen,
  );
  await connection.query(
    `update sponsorship n set sponsor_card = '{}', household_card = '{}'
      where ${where} and n.status not in ${OPEN} and n.household_card <> '{}'`,
    chosen,
  );
}
