import { randomUUID } from 'node:crypto';
import type pg from 'pg';

interface Column {
  table: string;
  column: string;
  type: string;
  /** First label of an enumerated type. */
  label: string | null;
}

/**
 * Puts a row with the canary into every table of the database that has a `territory_id`, whatever the table is about: its
 * texts are the canary. They point to one another and make no sense otherwise: triggers and foreign keys sleep meanwhile, and the checks of
 * these tables are gone for good, so that this is for a database of a test's own.
 */
export async function plantCanaries(
  superuser: pg.Client,
  territoryId: string,
  canary: string,
): Promise<void> {
  await superuser.query(WITHOUT_CHECKS);
  const { rows } = await superuser.query<Column>(COLUMNS);
  const tables = [...new Set(rows.map(({ table }) => table))];
  await superuser.query("set session_replication_role = 'replica'");
  // One id for all rows of the territory, so that those of one table point to those of another.
  const id = randomUUID();
  for (const table of tables) {
    const columns = rows.filter((row) => row.table === table);
    const values = columns.map((column) => fillerOf(column, { territoryId, id, canary }));
    const names = columns.map(({ column }) => `"${column}"`).join(', ');
    const places = columns.map(({ type }, index) => `$${index + 1}::${type}`).join(', ');
    await superuser.query(
      `insert into "${table}" (${names}) values (${places}) on conflict do nothing`,
      values,
    );
  }
  await superuser.query("set session_replication_role = 'origin'");
}

function fillerOf(
  { column, type, label }: Column,
  { territoryId, id, canary }: { territoryId: string; id: string; canary: string },
): unknown {
  if (column === 'territory_id') return territoryId;
  if (label !== null) return label;
  if (type.endsWith('[]')) return '{}';
  switch (type) {
    case 'uuid':
      return id;
    case 'text':
    case 'character varying':
      return canary;
    case 'jsonb':
      return JSON.stringify({ canary });
    case 'bytea':
      return Buffer.from(`%PDF ${canary}`);
    case 'boolean':
      return false;
    case 'date':
      return '2026-05-04';
    case 'time without time zone':
      return '10:00';
    default:
      return type.startsWith('timestamp') ? '2026-05-04T10:00:00Z' : 1;
  }
}

/** What the rows of a territory look like, by table: the same before and after, or something touched them. */
export async function fingerprints(
  superuser: pg.Client,
  territoryId: string,
): Promise<Record<string, string>> {
  const { rows } = await superuser.query<{ table: string }>(
    `select distinct "table" from (${COLUMNS}) c order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { table } of rows) {
    const answer = await superuser.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print
       from "${table}" t where territory_id = $1`,
      [territoryId],
    );
    found[table] = answer.rows[0]?.print ?? '';
  }
  return found;
}

/** Where any of the words is found in the database: every row of every table, as text. */
export async function tracesOf(superuser: pg.Client, words: readonly string[]): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p', 'm') and relnamespace = 'public'::regnamespace",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    // A file's bytes show as digits: they are looked through as such.
    const needles = words.flatMap((word) => [word, Buffer.from(word).toString('hex')]);
    const { rowCount } = await superuser.query(
      `select from "${name}" t where exists (select from unnest($1::text[]) word where position(lower(word) in lower(t::text)) > 0) limit 1`,
      [needles],
    );
    if (rowCount) found.push(name);
  }
  return found;
}

const WITHOUT_CHECKS = `do $$ declare rule record; begin
  for rule in select conrelid::regclass as relation, conname as name from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0
  loop execute format('alter table %s drop constraint %I', rule.relation, rule.name); end loop;
end $$`;

const COLUMNS = `
  select c.relname::text as table, a.attname::text as column, format_type(a.atttypid, a.atttypmod) as type,
    (select e.enumlabel::text from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as label
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attgenerated = '' and a.attidentity = ''
    and not exists (select from pg_attrdef d where d.adrelid = c.oid and d.adnum = a.attnum and pg_get_expr(d.adbin, d.adrelid) like 'nextval%')
    and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'territory_id')
  order by 1, a.attnum`;
