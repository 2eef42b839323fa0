import type { SubgraphContext } from '@ancrage/subgraph';
import { SUPPRESSION_THRESHOLD, suppressBreakdown } from '@ancrage/subgraph/suppression';
import type { ChildrenArrived } from './children-arrived.js';

interface Cell {
  communeCode: string;
  year: number;
  children: number;
  demonstration: boolean;
}

/** Every cell of a territory, by commune and year; the database gives sums alone, never a row. */
function loadCells(context: SubgraphContext, territoryId: string): Promise<Cell[]> {
  return context.load('children arrived', territoryId, async (ids: readonly string[]) =>
    Promise.all(
      ids.map((id) =>
        context.read<Cell & Record<string, unknown>>({
          name: 'children arrived',
          text: `select commune_code as "communeCode", year, children, demonstration from children_arrived($1)
            order by commune_code, year`,
          values: [id],
        }),
      ),
    ),
  );
}

/**
 * What the public may see of cells whose total is published. Below five all look alike, the empty ones too, as those do
 * that have no cell.
 */
export function publishCells(cells: readonly Cell[]): (ChildrenArrived & { communeCode: string })[] {
  const published = suppressBreakdown(cells.map(({ children }) => children));
  return cells.map(({ children, ...cell }, index) => {
    const suppressed = children < SUPPRESSION_THRESHOLD || published[index]?.suppressed === true;
    return { ...cell, children: suppressed ? null : children, suppressed };
  });
}

/** The children who arrived in a commune, year by year. */
export async function loadChildrenArrived(
  context: SubgraphContext,
  territoryId: string,
  communeCode: string,
  years: readonly number[],
): Promise<ChildrenArrived[]> {
  const cells = await loadCells(context, territoryId);
  const exact = context.isStaffOf(territoryId);
  const known = exact ? cells.map((cell) => ({ ...cell, suppressed: false })) : publishCells(cells);
  return years.map((year) => {
    const found = known.find((cell) => cell.communeCode === communeCode && cell.year === year);
    if (found) return found;
    return { year, children: exact ? 0 : null, suppressed: !exact, demonstration: false };
  });
}
