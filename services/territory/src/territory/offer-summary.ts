import type pg from 'pg';
import { updateTileVersions } from '../tiles/tile-versions.js';

/** Any connection whose settings name the territory and a role that may write it. */
type Connection = Pick<pg.ClientBase, 'query'>;

/**
 * Recomputes what lists, maps and indicators read ready-made: facility counts and broadband class of every commune,
 * the territory's offer figures, and the versions of its tiles. Whoever writes facilities, coverage or contours calls
 * it in the same transaction.
 */
export async function summariseOffer(connection: Connection, territoryId: string): Promise<void> {
  for (const statement of [COMMUNES, FIGURES]) await connection.query(statement, [territoryId]);
  await updateTileVersions(connection, territoryId);
}

// Correlated, not joined: a join's plan hangs on statistics that a load just made wrong, an index lookup does not.
const COMMUNES = `
  update territory_commune tc set
    facility_counts = coalesce((
      select jsonb_object_agg(type_code, facilities)
      from (
        select type_code, count(*) as facilities from facility f
        where f.territory_id = $1 and f.commune_code = tc.commune_code group by type_code
      ) by_type), '{}'),
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
  from (select count(*) as facilities, count(distinct type_code) as facility_types from facility where territory_id = $1) f,
    (select sum(fibre) as fibre, sum(premises) as premises from (
      select distinct on (commune_code) fibre, premises from broadband_coverage where territory_id = $1 and fibre is not null order by commune_code, quarter desc
    ) latest) b,
    (select coalesce(bool_or(demonstration), false) as demonstration from source where territory_id = $1) s
  on conflict (territory_id) do update set
    facilities = excluded.facilities, facility_types = excluded.facility_types, fibre_premises = excluded.fibre_premises,
    premises = excluded.premises, demonstration = excluded.demonstration, as_of = excluded.as_of`;
