import type pg from 'pg';
import { BEYOND } from './beyond-the-column.js';

/** Statements of one transaction whose settings name the territory, and an operator. */
export type Connection = Pick<pg.ClientBase, 'query'>;

/** A table with rows of territories. */
export interface TenantTable {
  name: string;
  /** Columns that hold files. */
  files: string[];
  /** Columns that let somebody in. */
  secrets: string[];
  /** What a row is known by, in order. */
  key: string[];
  /** The rows of the territory `$1`. */
  condition: string;
}

/** Names of columns by which somebody could act as somebody else. */
const SECRET = /(^|_)(hash|digest|token|secret|password|private_key)($|_)/;

/** Every table with a `territory_id`, and what else is a territory's, as the catalogue has them now. */
export async function tenantTables(connection: Connection, service: string): Promise<TenantTable[]> {
  const beyond = BEYOND[service];
  const { rows } = await connection.query<{
    name: string;
    columns: { name: string; type: string }[];
    key: string[];
  }>(TABLES, [beyond ? [beyond.table] : []]);
  return rows.map(({ name, columns, key }) => ({
    name,
    key,
    files: columns.filter(({ type }) => type === 'bytea').map((column) => column.name),
    secrets: columns.map((column) => column.name).filter((column) => SECRET.test(column)),
    condition: name === beyond?.table ? beyond.condition : 'territory_id = $1',
  }));
}

const TABLES = `
  select c.relname::text as name,
    (select json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype::text) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary), '{}') as key
  from pg_class c
  where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
    and (c.relname = any($1::text[]) or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territory_id' and not a.attisdropped))
  order by 1`;
