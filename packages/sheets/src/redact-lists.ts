import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

interface ImportRow {
  id: string;
  fileName: string;
  headers: string[];
  rows: string[][] | null;
  mapping: unknown;
  report: unknown;
}

/** Takes a person out of the lists that wait to be imported, and out of what is reported of those that were. */
export async function redactLists(
  connection: Connection,
  scope: Scope,
  table: 'solo_import' | 'prospect_import',
  identifiers: readonly string[],
): Promise<void> {
  if (identifiers.length === 0) return;
  const patterns = identifiers.map(alone);
  const tells = (value: string) => patterns.some((pattern) => pattern.test(normal(value)));
  const { rows } = await connection.query<ImportRow>(
    `select id, file_name as "fileName", headers, rows, mapping, report from ${table} where territory_id = $1 for update`,
    [scope.territoryId],
  );
  for (const row of rows) {
    if (!tells(JSON.stringify([row.fileName, row.headers, row.rows, row.mapping, row.report]))) continue;
    await connection.query(
      `update ${table} set file_name = $2, headers = $3, rows = $4, mapping = $5, report = $6 where id = $1`,
      [
        row.id,
        tells(row.fileName) ? '' : row.fileName,
        row.headers.map((header) => (tells(header) ? '' : header)),
        row.rows && JSON.stringify(row.rows.filter((cells) => !tells(cells.join('\n')))),
        JSON.stringify(without(row.mapping, tells)),
        row.report && JSON.stringify(without(row.report, tells)),
      ],
    );
  }
}

/** A report without the texts, and the refused rows, that tell of somebody. */
function without(value: unknown, tells: (value: string) => boolean): unknown {
  if (typeof value === 'string') return tells(value) ? '' : value;
  if (Array.isArray(value))
    return value.filter((item) => !tells(JSON.stringify(item))).map((item) => without(item, tells));
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [tells(key) ? '' : key, without(item, tells)]),
    );
  return value;
}

/** Texts as they are looked for: without case, and numbers however they are spaced. */
const normal = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)[ .-]+(?=\d)/g, '$1');

/** An identifier by itself: not a part of a longer address, number or name, which is somebody else's. */
function alone(identifier: string): RegExp {
  const escaped = normal(identifier).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_.+-])${escaped}(?![\\p{L}\\p{N}_-])(?!\\.[\\p{L}\\p{N}])`, 'u');
}
