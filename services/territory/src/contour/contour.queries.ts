import type { SubgraphContext } from '@ancrage/subgraph';
import type { Bounds } from './bounds.js';
import type { Contour } from './contour.js';
import { rightHanded } from './right-hand.js';

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

/** The outline of a commune itself, batched; null where it has none. */
export function loadOutline(context: SubgraphContext, code: string): Promise<Contour | null> {
  return context.load('outline', code, async (codes: readonly string[]) => {
    const rows = await context.read<Contour & { communeCode: string }>({
      name: 'outlines',
      text: `select commune_code as "communeCode", geometry, approximate, source_id as "sourceId" from commune_contour where commune_code = any($1)`,
      values: [codes],
    });
    const byCode = new Map(
      rows.map((row) => [row.communeCode, { ...row, geometry: rightHanded(row.geometry) }]),
    );
    return codes.map((key) => byCode.get(key) ?? null);
  });
}
