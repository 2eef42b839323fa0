import type { SubgraphContext } from '@ancrage/subgraph';
import { RegionYears, type YearChange } from '@ancrage/subgraph/region-years';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { readTerritoryList } from '@ancrage/subgraph/territory-list';
import type { Region } from '../references.js';

/** Figures that a region compares; households that left a territory's records before a year are not in it. */
export type RegionCount = 'attended' | 'effective' | 'planned';

type Changes = YearChange<RegionCount>[];

/** The figures of a region's territories in every year: read anew of those alone that changed since. */
export async function loadRegionYears(
  context: SubgraphContext,
  { code, territoryList }: Region,
): Promise<RegionYears<RegionCount>> {
  return context.load(`region years ${code}`, code, async () => {
    const territoryIds = readTerritoryList(territoryList).map(({ id }) => id);
    const today = reportingDate();
    const kept = context.kept<Changes>('region years');
    const changes = await kept.of(territoryIds, today, (ids) => selectChanges(context, ids, today));
    return [
      kept.whole(
        code,
        changes,
        () =>
          new RegionYears<RegionCount>(
            territoryIds,
            changes.flatMap((some) => some ?? []),
          ),
      ),
    ];
  });
}

async function selectChanges(
  context: SubgraphContext,
  territoryIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, Changes>> {
  const rows = await context.read<YearChange<RegionCount>>({
    name: 'region changes',
    text: `select territory_id as "territoryId", year, attended, effective, planned, demonstration
      from region_changes($1::uuid[], $2::date)`,
    values: [territoryIds, today],
  });
  const byTerritory = Map.groupBy(rows, ({ territoryId }) => territoryId);
  return new Map(territoryIds.map((id) => [id, byTerritory.get(id) ?? []]));
}
