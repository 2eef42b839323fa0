import type { SubgraphContext } from '@ancrage/subgraph';
import { CENTRES_SOURCE, COG_SOURCE } from '../reference/sources.js';
import type { SourceUse } from './source-use.js';

/** What a territory has from each of its sources, by subject; statements of former editions are left out. */
export function selectSourceUses(context: SubgraphContext, territoryId: string): Promise<SourceUse[]> {
  return context.readIn<SourceUse>(territoryId, {
    name: 'source uses',
    text: `select subject, source_id as "sourceId", rows from (
        select 'COMMUNES' as subject, source_id, count(*)::int as rows
          from (select unnest($2::text[]) as source_id, commune_code from territory_commune where territory_id = $1
            union all select source_id, commune_code from commune_contour join territory_commune using (commune_code) where territory_id = $1) c
          group by source_id
        union all select 'FACILITIES', source_id, count(*)::int from facility where territory_id = $1 group by source_id
        union all select 'STATEMENTS', source_id, count(*)::int from offer_statement where territory_id = $1 and current group by source_id
        union all select 'BROADBAND', source_id, count(*)::int from broadband_coverage where territory_id = $1 group by source_id
      ) uses order by subject, rows desc, source_id`,
    values: [territoryId, [COG_SOURCE.id, CENTRES_SOURCE.id]],
  });
}
