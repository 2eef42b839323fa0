import type pg from 'pg';
import { copyText, type StagedRow, toText } from './copy-rows.js';
import type { Target } from './dataset.js';

/** Bytes of rows that are stored together while the next ones are read: about fifty thousand rows. */
const TOGETHER = 5_000_000;

/**
 * Stages the rows of a first import and makes them the territory's at once: while the server stores some, the next are
 * read. Only rows whose id an earlier one had wait for the end. Gives how many were made the territory's.
 */
export async function copyFirstRows(
  client: pg.ClientBase,
  target: Target,
  batches: AsyncIterable<readonly StagedRow[]>,
  own: { territoryId: string; sourceId: string },
  length = TOGETHER,
): Promise<number> {
  let stored = 0;
  let part = 0;
  const store = async (pieces: readonly Buffer[]) => {
    part += 1;
    const table = `import_row_${part}`;
    await client.query(`create temp table ${table} () inherits (import_row) on commit drop`);
    await copyText(client, target, table, pieces);
    // In the order of the widest index, whose pages are then written once.
    const { rowCount } = await client.query(
      `${target.early} from ${table} where not repeated and not reserved order by commune, type`,
      [own.territoryId, own.sourceId],
    );
    stored += rowCount ?? 0;
  };
  let storing: Promise<void> = Promise.resolve();
  try {
    for await (const pieces of together(toText(target, batches), length)) {
      await storing;
      storing = store(pieces);
      // What fails meanwhile is told when it is waited for.
      storing.catch(() => {});
    }
  } finally {
    // Whatever happened to the file, the connection is free again once this ends.
    await storing.catch(() => {});
  }
  await storing;
  return stored;
}

/** As bytes: a text that was put together of thousands of parts holds them all until it is written. */
async function* together(pieces: AsyncIterable<string>, most: number): AsyncGenerator<Buffer[]> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece);
    held.push(bytes);
    length += bytes.length;
    if (length < most) continue;
    yield held;
    held = [];
    length = 0;
  }
  if (held.length > 0) yield held;
}
