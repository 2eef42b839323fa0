import type { SubgraphContext } from '@ancrage/subgraph';
import type { Bounds } from './bounds.js';

export interface ContourSummary {
  communeCode: string;
  bounds: Bounds;
  sourceId: string;
}

/** Bounds and source of a commune's contour, batched; null where it has none. */
export function loadContour(context: SubgraphContext, code: string): Promise<ContourSummary | null> {
  return context.load('contour', code, async (codes: readonly string[]) => {
    const rows = await context.read<ContourSummary>({
      name: 'contours',
      text: `select commune_code as "communeCode", bounds, source_id as "sourceId" from commune_contour where commune_code = any($1)`,
      values: [codes],
    });
    const byCode = new Map(rows.map((row) => [row.communeCode, row]));
    return codes.map((key) => byCode.get(key) ?? null);
  });
}
