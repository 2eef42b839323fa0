import type pg from 'pg';

interface Stated {
  territoryId: string;
  sourceId: string;
  /** Edition, as its producer names it. */
  vintage: string;
  /** SQL that gives `commune`, `type` and `count` of what the source has in the territory. */
  counted: string;
  /** Departments that the file speaks of: their communes of which it has no row are stated to have nothing. */
  departments: readonly string[];
}

/**
 * Writes what a source now says of each commune, where it is not what it said before; former statements stay, as the
 * history of the commune's facts.
 * @param client a connection whose settings name the territory and a role that may write it
 */
export async function stateOffer(client: Pick<pg.ClientBase, 'query'>, stated: Stated): Promise<void> {
  const { territoryId, sourceId, vintage, counted, departments } = stated;
  await client.query(
    `with said as materialized (
       select commune, jsonb_object_agg(type, count) as counts from (${counted}) counted group by commune
     ), stated as materialized (
       select commune_code, counts, vintage from offer_statement
       where territory_id = $1 and source_id = $2 and current
     ), changed as materialized (
       select tc.commune_code, coalesce(said.counts, '{}') as counts
       from territory_commune tc
       left join said on said.commune = tc.commune_code
       left join stated former on former.commune_code = tc.commune_code
       where tc.territory_id = $1 and (said.commune is not null or ${DEPARTMENT} = any($4))
         and (former.counts, former.vintage) is distinct from (coalesce(said.counts, '{}'), $3)
     ), retired as (
       update offer_statement former set current = false from changed
       where former.territory_id = $1 and former.source_id = $2 and former.current
         and former.commune_code = changed.commune_code
     )
     insert into offer_statement (territory_id, source_id, commune_code, stated_at, vintage, counts)
     select $1, $2, commune_code, moment.at, $3, counts from changed, (select clock_timestamp() as at) moment`,
    [territoryId, sourceId, vintage, departments],
  );
}

const DEPARTMENT = `left(tc.commune_code, case when tc.commune_code like '97%' then 3 else 2 end)`;
