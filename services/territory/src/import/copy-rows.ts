import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Staged, Target } from './dataset.js';

/** Text is sent in pieces of about this many characters: one by one, rows would cost more than their storage. */
const PIECE = 1 << 16;

export interface StagedRow {
  line: number;
  values: Staged;
}

/** Streams rows into the staging table `import_row`, which ends with the transaction. */
export async function copyRows(
  client: pg.ClientBase,
  { columns }: Target,
  batches: AsyncIterable<readonly StagedRow[]>,
): Promise<void> {
  const definitions = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await client.query(`create temp table import_row (line bigint, ${definitions.join(', ')}) on commit drop`);
  const copy = client.query(
    copyFrom(`copy import_row (line, ${Object.keys(columns).join(', ')}) from stdin`),
  );
  await pipeline(Readable.from(toText(batches)), copy);
}

async function* toText(batches: AsyncIterable<readonly StagedRow[]>): AsyncGenerator<string> {
  let text = '';
  for await (const batch of batches) {
    for (const { line, values } of batch) {
      text += line;
      for (const value of values) text += `\t${encode(value)}`;
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
