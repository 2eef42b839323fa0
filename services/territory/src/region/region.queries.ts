import type { SubgraphContext } from '@ancrage/subgraph';
import type { Region } from './region.entity.js';

export function loadRegion(context: SubgraphContext, code: string): Promise<Region | null> {
  return context.load('region', code, async (codes: readonly string[]) => {
    const rows = await context.read<Region>({
      name: 'regions',
      text: 'select code, name from region where code = any($1)',
      values: [codes],
    });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return codes.map((key) => byCode.get(key) ?? null);
  });
}
