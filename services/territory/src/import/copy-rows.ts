import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Staged, Target } from './dataset.js';
import { SeenIds } from './seen-ids.js';

/** Text is sent in pieces of about this many characters: one by one, rows would cost more than their storage. */
const PIECE = 1 << 16;

export interface StagedRow {
  line: number;
  values: Staged;
}

/** Creates the staging table `import_row`, which ends with the transaction. */
export async function createStaging(client: pg.ClientBase, target: Target): Promise<void> {
  const definitions = Object.entries(target.columns).map(([name, type]) => `${name} ${type}`);
  if (target.identified) definitions.push('repeated boolean');
  await client.query(`create temp table import_row (line bigint, ${definitions.join(', ')}) on commit drop`);
}

/** Streams rows into the staging table. */
export const copyRows = (
  client: pg.ClientBase,
  target: Target,
  batches: AsyncIterable<readonly StagedRow[]>,
): Promise<void> => copyText(client, target, 'import_row', toText(target, batches));

/** Streams rows, as `toText` writes them, into a table like `import_row`. */
export function copyText(
  client: pg.ClientBase,
  target: Target,
  table: string,
  pieces: Iterable<Buffer> | AsyncIterable<string>,
): Promise<void> {
  const names = ['line', ...Object.keys(target.columns), ...(target.identified ? ['repeated'] : [])];
  const copy = client.query(copyFrom(`copy ${table} (${names.join(', ')}) from stdin`));
  return pipeline(Readable.from(pieces), copy);
}

/** Rows as COPY takes them, in pieces of whole rows. */
export async function* toText(
  { identified }: Target,
  batches: AsyncIterable<readonly StagedRow[]>,
): AsyncGenerator<string> {
  const seen = identified ? new SeenIds() : null;
  let text = '';
  for await (const batch of batches) {
    for (const { line, values } of batch) {
      text += line;
      for (const value of values) text += `\t${encode(value)}`;
      if (seen) text += seen.meets(String(values[0])) ? '\tt' : '\tf';
      text += '\n';
      if (text.length >= PIECE) {
        yield text;
        text = '';
      }
    }
  }
  if (text) yield text;
}

const SPECIAL = /[\\\t\n\r\0]/;

function encode(value: Staged[number]): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  if (!SPECIAL.test(value)) return value;
  // PostgreSQL's text cannot hold NUL.
  return value
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
