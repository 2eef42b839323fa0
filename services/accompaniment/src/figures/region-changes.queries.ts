import type { SubgraphContext } from '@ancrage/subgraph';
import { RegionYears, type YearChange } from '@ancrage/subgraph/region-years';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import type { Region } from '../references.js';

/** Figures that a region compares; households that left a territory's records before a year are not in it. */
export type RegionCount = 'attended' | 'effective' | 'planned';

/** The figures of a region's territories in every year: one statement for all that a request asks of a region. */
export function loadRegionYears(
  context: SubgraphContext,
  { code, territoryIds }: Region,
): Promise<RegionYears<RegionCount>> {
  return context.load('region years', code, (codes: readonly string[]) =>
    Promise.all(
      codes.map(async () => {
        const changes = await context.read<YearChange<RegionCount>>({
          name: 'region changes',
          text: `select territory_id as "territoryId", year, attended, effective, planned, demonstration
            from region_changes($1::uuid[], $2::date)`,
          values: [territoryIds, reportingDate()],
        });
        return new RegionYears<RegionCount>(territoryIds, changes);
      }),
    ),
  );
}
