import type { Cell } from '#lib/list/csv.ts';
import { exportLimit } from '#lib/list/export.server.ts';

type Page<Row> = { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };

/** All pages of a list as rows of a file, as many as a file may hold. */
export async function* pagesOf<Row>(
  ask: (page: { first: number; after: string | null }) => Promise<Page<Row>>,
  cells: (row: Row) => Cell[],
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  for (let read = 0; read < exportLimit; ) {
    const { nodes, pageInfo }: Page<Row> = await ask({ first: 100, after });
    yield nodes.map(cells);
    read += nodes.length;
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || nodes.length === 0) return;
  }
}
