import type { SubgraphContext } from '@ancrage/subgraph';
import { RegionYears, type YearChange } from '@ancrage/subgraph/region-years';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { readTerritoryList } from '@ancrage/subgraph/territory-list';
import type { Region } from '../references.js';

export type SoloCount = 'identified' | 'published';

type Changes = YearChange<SoloCount>[];

/** The directories of a region's territories in every year: read anew of those alone that changed since. */
export async function loadRegionYears(
  context: SubgraphContext,
  { code, territoryList }: Region,
): Promise<RegionYears<SoloCount>> {
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
          new RegionYears<SoloCount>(
            territoryIds,
            changes.flatMap((some) => some ?? []),
            { identified: 'published' },
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
  const rows = await context.read<YearChange<SoloCount>>({
    name: 'region solo changes',
    text: `select territory_id as "territoryId", year, identified, published, demonstration
      from region_solo_changes($1::uuid[], $2::date)`,
    values: [territoryIds, today],
  });
  const byTerritory = Map.groupBy(rows, ({ territoryId }) => territoryId);
  return new Map(territoryIds.map((id) => [id, byTerritory.get(id) ?? []]));
}
