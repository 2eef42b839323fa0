import type { SubgraphContext } from '@ancrage/subgraph';

/**
 * A short text that differs when the offer does. Services, coverage and what was vouched for are summarised by whoever
 * writes them, which dates the figures; premises and verifications end by themselves, so they are counted as of now.
 */
export async function selectOfferVersion(context: SubgraphContext, territoryId: string): Promise<string> {
  const [row] = await context.readIn<{ version: string }>(territoryId, {
    name: 'offer version',
    text: `select substr(md5(concat_ws('|', current_date,
        (select name from territory where id = $1),
        (select string_agg(distinct source_id, ',') from commune_contour join territory_commune using (commune_code) where territory_id = $1),
        (select as_of from offer_figures where territory_id = $1),
        (select concat_ws('|', count(*), max(retrieved_at)) from source where territory_id = $1),
        (select concat_ws('|', count(*), max(updated_at)) from premises where territory_id = $1 and status = 'PUBLISHED' and expires_on >= current_date),
        (select concat_ws('|', count(*), max(verified_at)) from verification where territory_id = $1 and expires_at > now())
      )), 1, 16) as version`,
    values: [territoryId],
  });
  return row?.version ?? '';
}
