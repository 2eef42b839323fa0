import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';

/** Counts of one territory on a day. */
export interface SoloFigures {
  territoryId: string;
  identified: number;
  published: number;
  demonstration: boolean;
}

/** Counts of several territories up to a day; the database gives numbers alone, never a row. */
export function selectFigures(
  context: SubgraphContext,
  territoryIds: readonly string[],
  lastDay: string,
): Promise<SoloFigures[]> {
  return context.read<SoloFigures & Record<string, unknown>>({
    name: 'solo figures',
    text: `select territory_id as "territoryId", identified, published, demonstration
      from solo_figures($1::uuid[], $2::date)`,
    values: [territoryIds, lastDay],
  });
}

/** Today's counts of one territory, one statement for all that a request asks for. */
export function loadFigures(context: SubgraphContext, territoryId: string): Promise<SoloFigures> {
  return context.load('figures', territoryId, async (ids: readonly string[]) => {
    const rows = await selectFigures(context, ids, reportingDate());
    const byTerritory = new Map(rows.map((row) => [row.territoryId, row]));
    return ids.map((id) => byTerritory.get(id) as SoloFigures);
  });
}
