import type { SubgraphContext } from '@ancrage/subgraph';
import { RegionYears, type YearChange } from '@ancrage/subgraph/region-years';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import type { Region } from '../references.js';

export type SoloCount = 'identified' | 'published';

/** The directories of a region's territories in every year: one statement for all that a request asks of a region. */
export function loadRegionYears(
  context: SubgraphContext,
  { code, territoryIds }: Region,
): Promise<RegionYears<SoloCount>> {
  return context.load('region years', code, (codes: readonly string[]) =>
    Promise.all(
      codes.map(async () => {
        const changes = await context.read<YearChange<SoloCount>>({
          name: 'region solo changes',
          text: `select territory_id as "territoryId", year, identified, published, demonstration
            from region_solo_changes($1::uuid[], $2::date)`,
          values: [territoryIds, reportingDate()],
        });
        return new RegionYears<SoloCount>(territoryIds, changes, { identified: 'published' });
      }),
    ),
  );
}
