import type pg from 'pg';

/** Any connection whose settings name the territory and a role that may write it. */
type Connection = Pick<pg.ClientBase, 'query'>;

/**
 * Recomputes what lists, maps and indicators read ready-made: facility counts and broadband class of every commune,
 * the territory's offer figures, and the version of its tiles. Whoever writes facilities, coverage or contours calls
 * it in the same transaction.
 */
export async function summariseOffer(connection: Connection, territoryId: string): Promise<void> {
  for (const statement of [COMMUNES, FIGURES, TILES_VERSION])
    await connection.query(statement, [territoryId]);
}

const COMMUNES = `
  with counted as (
    select commune_code, jsonb_agg(jsonb_build_object('type', jsonb_build_object('code', type_code), 'count', facilities) order by type_code) as counts
    from (select commune_code, type_code, count(*) as facilities from facility where territory_id = $1 group by 1, 2) by_type
    group by commune_code
  ), latest as (
    select distinct on (commune_code) * from broadband_coverage where territory_id = $1 order by commune_code, quarter desc
  )
  update territory_commune tc set
    facility_counts = coalesce(counted.counts, '[]'),
    broadband_class = case
      when latest.premises is null or latest.premises = 0 then null
      when latest.at_least1000 * 2 >= latest.premises then 'FROM_1000'
      when latest.at_least100 * 2 >= latest.premises then 'FROM_100'
      when latest.at_least30 * 2 >= latest.premises then 'FROM_30'
      when latest.at_least8 * 2 >= latest.premises then 'FROM_8'
      else 'BELOW_8' end::broadband_class
  from territory_commune self
    left join counted using (commune_code)
    left join latest using (commune_code)
  where self.territory_id = $1 and tc.territory_id = $1 and tc.commune_code = self.commune_code`;

const FIGURES = `
  insert into offer_figures as stored (territory_id, facilities, facility_types, fibre_premises, premises, demonstration, as_of)
  select $1, facilities, facility_types, fibre, premises, demonstration, now()
  from (select count(*) as facilities, count(distinct type_code) as facility_types from facility where territory_id = $1) f,
    (select sum(fibre) as fibre, sum(premises) as premises from (
      select distinct on (commune_code) fibre, premises from broadband_coverage where territory_id = $1 order by commune_code, quarter desc
    ) latest) b,
    (select coalesce(bool_or(demonstration), false) as demonstration from source where territory_id = $1) s
  on conflict (territory_id) do update set
    facilities = excluded.facilities, facility_types = excluded.facility_types, fibre_premises = excluded.fibre_premises,
    premises = excluded.premises, demonstration = excluded.demonstration, as_of = excluded.as_of`;

const TILES_VERSION = `
  update territory set tiles_version = (
    select substr(md5(string_agg(concat_ws('|', tc.commune_code, tc.population, tc.broadband_class, md5(contour.geometry::text)), ',' order by tc.commune_code)), 1, 16)
    from territory_commune tc left join commune_contour contour using (commune_code)
    where tc.territory_id = $1
  ) where id = $1`;
