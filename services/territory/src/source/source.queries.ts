import type { SubgraphContext } from '@ancrage/subgraph';
import type { Source } from './source.entity.js';

/** A source by id, batched; null when it is another territory's. */
export function loadSource(context: SubgraphContext, id: string): Promise<Source | null> {
  return context.load('source', id, async (ids: readonly string[]) => {
    const rows = await context.read<Source>({
      name: 'sources',
      text: `select id, producer, dataset, vintage, url, licence, demonstration, retrieved_at as "retrievedAt" from source where id = any($1)`,
      values: [ids],
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  });
}
