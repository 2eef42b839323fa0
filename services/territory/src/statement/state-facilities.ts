import type pg from 'pg';

/**
 * States what a source lists, commune by commune, from its facilities as they are stored. What it said before becomes
 * history; a commune of which it says the same keeps its statement, and one that it left out is stated empty.
 * @param connection one whose settings name the territory and a role that may write it
 */
export async function stateFacilities(
  connection: Pick<pg.ClientBase, 'query'>,
  territoryId: string,
  sourceId: string,
  vintage: string,
): Promise<void> {
  await connection.query(STATE, [territoryId, sourceId, vintage]);
}

const STATE = `
  with said as (
    select commune_code, jsonb_object_agg(type_code, n) as counts
    from (select commune_code, type_code, count(*)::int as n from facility
          where territory_id = $1 and source_id = $2 group by commune_code, type_code) by_type
    group by commune_code
  ), former as (
    select commune_code, counts from offer_statement where territory_id = $1 and source_id = $2 and current
  ), changed as materialized (
    select commune_code, coalesce(said.counts, '{}') as counts from said full join former using (commune_code)
    where former.counts is distinct from coalesce(said.counts, '{}')
  ), retired as (
    update offer_statement s set current = false from changed
    where s.territory_id = $1 and s.source_id = $2 and s.current and s.commune_code = changed.commune_code
  )
  insert into offer_statement (territory_id, source_id, commune_code, stated_at, vintage, counts)
  select $1, $2, commune_code, moment.at, $3, counts from changed, (select clock_timestamp() as at) moment`;
