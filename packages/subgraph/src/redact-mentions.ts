import type { Connection } from './database.js';

/** Stands where somebody's address or number was. */
const GONE = '…';

/** By what somebody may be mentioned. */
interface Mentioned {
  emailKey: string | null;
  phoneKey: string | null;
}

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
  { emailKey, phoneKey }: Mentioned,
  apart: readonly string[] = [],
): Promise<number> {
  const pattern = mentionPattern({ emailKey, phoneKey });
  if (!pattern) return 0;
  let changed = 0;
  for (const { table, column, type } of await textColumns(connection, 'update', apart)) {
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

/**
 * How many rows still hold the address or the number once {@link redactMentions} is done: histories that may only be added
 * to, published words, consents of others. It is what a certificate says of them.
 *
 * @param unread tables that are not a mention of the person: the request itself, the territory's own address
 */
export async function countMentions(
  connection: Connection,
  territoryId: string,
  person: Mentioned,
  unread: readonly string[] = [],
): Promise<number> {
  const pattern = mentionPattern(person);
  if (!pattern) return 0;
  const tables = new Map<string, string[]>();
  for (const { table, column } of await textColumns(connection, 'select', unread))
    tables.set(table, [...(tables.get(table) ?? []), `"${column}"::text`]);
  let left = 0;
  for (const [table, columns] of tables) {
    const { rows } = await connection.query<{ count: number }>(
      `select count(*)::int as count from "${table}"
        where territory_id = $1 and (${columns.map((column) => `${column} ~* $2`).join(' or ')})`,
      [territoryId, pattern],
    );
    left += rows[0]?.count ?? 0;
  }
  return left;
}

/** Columns of texts in tables of territories that the service may read, or change. */
async function textColumns(
  connection: Connection,
  right: 'select' | 'update',
  apart: readonly string[],
): Promise<Column[]> {
  const { rows } = await connection.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and format_type(a.atttypid, null) in ('text', 'jsonb', 'text[]')
        and has_column_privilege(c.oid, a.attnum, $2) and c.relname <> all($1::text[])
        and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'territory_id')
      order by c.relname, a.attnum`,
    [apart, right],
  );
  return rows;
}

/** An address or a number wherever it is written, as PostgreSQL reads it; null without either. */
export function mentionPattern({ emailKey, phoneKey }: Mentioned): string | null {
  const patterns = [emailKey && emailPattern(emailKey), phoneKey && phonePattern(phoneKey)].filter(Boolean);
  return patterns.join('|') || null;
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
