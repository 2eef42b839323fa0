import type { Connection } from './database.js';

/** Stands where somebody's address or number was. */
const GONE = '…';

interface Column {
  table: string;
  column: string;
  type: 'text' | 'jsonb' | 'text[]';
}

/**
 * Takes an address and a number out of whatever was written down in a territory: remarks, reports, details. Names are not
 * looked for, since others may bear them. Gives how many rows were changed. The scope must be the territory's own, and
 * rows of the person should be gone already: what is left are words about them.
 *
 * @param apart tables that stay as they are: published words, and what tells that somebody asked
 */
export async function redactMentions(
  connection: Connection,
  territoryId: string,
  { emailKey, phoneKey }: { emailKey: string | null; phoneKey: string | null },
  apart: readonly string[] = [],
): Promise<number> {
  const patterns = [emailKey && emailPattern(emailKey), phoneKey && phonePattern(phoneKey)].filter(
    (pattern): pattern is string => Boolean(pattern),
  );
  if (patterns.length === 0) return 0;
  const pattern = patterns.join('|');
  let changed = 0;
  for (const { table, column, type } of await writtenColumns(connection, apart)) {
    const value = type === 'text' ? `"${column}"` : `"${column}"::text`;
    const { rowCount } = await connection.query(
      `update "${table}" set "${column}" = regexp_replace(${value}, $2, '${GONE}', 'gi')::${type}
        where territory_id = $1 and ${value} ~* $2`,
      [territoryId, pattern],
    );
    changed += rowCount ?? 0;
  }
  return changed;
}

/** Columns of texts in tables of territories that the service may change. */
async function writtenColumns(connection: Connection, apart: readonly string[]): Promise<Column[]> {
  const { rows } = await connection.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and format_type(a.atttypid, null) in ('text', 'jsonb', 'text[]')
        and has_column_privilege(c.oid, a.attnum, 'update') and c.relname <> all($1::text[])
        and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'territory_id')
      order by c.relname, a.attnum`,
    [apart],
  );
  return rows;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The address by itself: not the end of a longer one, nor the beginning. In an address of a page it is written with %40. */
const emailPattern = (key: string): string =>
  `(?<![\\w.+-])${escaped(key).replace('@', '(?:@|%40)')}(?![\\w-])(?!\\.\\w)`;

/** The number however it is spaced, with its country or, for a French one, as it is dialled. */
function phonePattern(key: string): string {
  const digits = key.replace(/\D/g, '');
  const spaced = (text: string): string => [...text].join('[ ./-]*');
  const dialled = digits.startsWith('33') ? `|0[ ./-]*${spaced(digits.slice(2))}` : '';
  return `(?<![\\d+])(?:(?:\\+|00)?${spaced(digits)}${dialled})(?!\\d)`;
}
