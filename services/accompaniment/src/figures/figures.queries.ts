import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';

/** Counts of one territory on a day. */
export interface AccompanimentFigures {
  territoryId: string;
  prospects: number;
  attended: number;
  effective: number;
  planned: number;
  people: number;
  children: number;
  demonstration: boolean;
}

/** Counts of several territories up to a day; the database gives numbers alone, never a row. */
export function selectFigures(
  context: SubgraphContext,
  territoryIds: readonly string[],
  lastDay: string,
): Promise<AccompanimentFigures[]> {
  return context.read<AccompanimentFigures & Record<string, unknown>>({
    name: 'accompaniment figures',
    text: `select territory_id as "territoryId", prospects, attended, effective, planned, people, children,
             demonstration
        from accompaniment_figures($1::uuid[], $2::date)`,
    values: [territoryIds, lastDay],
  });
}

/** Today's counts of one territory, one statement for all that a request asks for. */
export function loadFigures(context: SubgraphContext, territoryId: string): Promise<AccompanimentFigures> {
  return context.load('figures', territoryId, async (ids: readonly string[]) => {
    const rows = await selectFigures(context, ids, reportingDate());
    const byTerritory = new Map(rows.map((row) => [row.territoryId, row]));
    return ids.map((id) => byTerritory.get(id) as AccompanimentFigures);
  });
}
