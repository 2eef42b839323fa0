import type pg from 'pg';
import { FACILITY_TYPES } from '../facility/facility-types.js';
import { updateTileVersions } from '../tiles/tile-versions.js';

/** Any connection whose settings name the territory and a role that may write its facts: an agent's will do. */
type Connection = Pick<pg.ClientBase, 'query'>;

const CURATED_TYPES = FACILITY_TYPES.map(({ code }) => code);

/**
 * Recomputes what lists, maps and indicators read ready-made: the effective facts, qualification and broadband class of
 * every commune, the territory's offer figures, and the versions of its tiles. Whoever writes statements, facilities,
 * verifications, decisions, coverage or contours calls it in the same transaction.
 */
export async function summariseOffer(connection: Connection, territoryId: string): Promise<void> {
  await connection.query(FACTS, [territoryId, CURATED_TYPES]);
  for (const statement of [BROADBAND, FIGURES]) await connection.query(statement, [territoryId]);
  await updateTileVersions(connection, territoryId);
}

/** The communes whose facts were written, alone: what one acceptance changes, figures and tiles included. */
export async function summariseCommunes(
  connection: Connection,
  territoryId: string,
  communes: readonly string[],
): Promise<void> {
  await connection.query(FACTS_OF_COMMUNES, [territoryId, CURATED_TYPES, communes]);
  await connection.query(FIGURES, [territoryId]);
  await updateTileVersions(connection, territoryId);
}

const factsOf = (communes: string) => `
  with listed as (
    select s.commune_code, array_agg(distinct type_code) as types
    from offer_statement s join source on source.id = s.source_id, unnest(exhaustive_types) as type_code
    where s.territory_id = $1 and s.current and s.commune_code = any(${communes}) and type_code = any($2)
    group by s.commune_code
  ), told as (
    select commune_code,
      coalesce(jsonb_object_agg(type_code, count) filter (where status = 'PRESENT'), '{}') as counts,
      coalesce(array_agg(type_code order by type_code) filter (where status = 'ABSENT' and basis <> 'SOURCE'), '{}') as absent,
      coalesce(array_agg(type_code order by type_code) filter (where conflict), '{}') as conflicting,
      count(*) filter (where type_code = any($2) and status <> 'UNVERIFIED' and not type_code = any(coalesce(listed.types, '{}'))) as known,
      count(*) filter (where type_code = any($2) and verified) as verified,
      max(verified_at) as verified_at,
      (array_agg(verified_by order by verified_at desc nulls last))[1] as verified_by,
      min(expires_at) filter (where verified) as verified_until
    from offer_facts($1, ${communes}) left join listed using (commune_code) group by commune_code
  )
  update territory_commune tc set
    facility_counts = coalesce(told.counts, '{}'), absent_types = coalesce(told.absent, '{}'),
    conflicting_types = coalesce(told.conflicting, '{}'),
    completeness = (coalesce(cardinality(listed.types), 0) + coalesce(told.known, 0))::real / cardinality($2::text[]),
    verified_share = coalesce(told.verified, 0)::real / cardinality($2::text[]),
    verified_at = told.verified_at, verified_by = told.verified_by, verified_until = told.verified_until
  from unnest(${communes}) as asked (commune_code) left join told using (commune_code) left join listed using (commune_code)
  where tc.territory_id = $1 and tc.commune_code = asked.commune_code`;

const FACTS = factsOf('array(select commune_code from territory_commune where territory_id = $1)');
const FACTS_OF_COMMUNES = factsOf('$3::text[]');

// Correlated, not joined: a join's plan hangs on statistics that a load just made wrong, an index lookup does not.
const BROADBAND = `
  update territory_commune tc set
    broadband_class = (
      select case
        when b.premises = 0 then null
        when b.at_least1000 * 2 >= b.premises then 'FROM_1000'
        when b.at_least100 * 2 >= b.premises then 'FROM_100'
        when b.at_least30 * 2 >= b.premises then 'FROM_30'
        when b.at_least8 * 2 >= b.premises then 'FROM_8'
        else 'BELOW_8' end::broadband_class
      from broadband_coverage b where b.territory_id = $1 and b.commune_code = tc.commune_code and b.at_least1000 is not null
      order by b.quarter desc limit 1)
  where tc.territory_id = $1`;

const FIGURES = `
  insert into offer_figures as stored (territory_id, facilities, facility_types, fibre_premises, premises, demonstration, as_of)
  select $1, facilities, facility_types, fibre, premises, demonstration, now()
  from (select coalesce(sum(value::int), 0) as facilities, count(distinct key) as facility_types
      from territory_commune, jsonb_each_text(facility_counts) where territory_id = $1) f,
    (select sum(fibre) as fibre, sum(premises) as premises from (
      select distinct on (commune_code) fibre, premises from broadband_coverage where territory_id = $1 and fibre is not null order by commune_code, quarter desc
    ) latest) b,
    (select coalesce(bool_or(demonstration), false) as demonstration from source where territory_id = $1) s
  on conflict (territory_id) do update set
    facilities = excluded.facilities, facility_types = excluded.facility_types, fibre_premises = excluded.fibre_premises,
    premises = excluded.premises, demonstration = excluded.demonstration, as_of = excluded.as_of`;
