import type { Connection } from '@ancrage/subgraph/database';

/** A row as PostgreSQL writes it in JSON, by column. */
export type Row = Record<string, unknown>;
/** All that belongs to a solo, by table; `solo` itself included. */
export type RecordCopy = Record<string, Row[]>;

/**
 * The tables whose rows go with their solo, as the catalogue tells them: one that is added later is copied, moved,
 * exported and erased like the others. Consents come first, because other rows rest on them.
 */
export async function ownedTables(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    `select distinct conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid = 'solo'::regclass and confdeltype = 'c'`,
  );
  const names = rows.map(({ name }) => name).sort();
  return ['consent', ...names.filter((name) => name !== 'consent')];
}

/** Copies a solo with all that belongs to it, as the transaction sees it. */
export async function copyRecord(connection: Connection, soloId: string): Promise<RecordCopy> {
  const copy: RecordCopy = { solo: await rowsOf(connection, 'solo', 'id', soloId) };
  for (const table of await ownedTables(connection)) {
    copy[table] = await rowsOf(connection, table, 'solo_id', soloId);
  }
  return copy;
}

async function rowsOf(connection: Connection, table: string, column: string, soloId: string): Promise<Row[]> {
  const { rows } = await connection.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${table} t where t.${column} = $1 order by to_jsonb(t)->>'id'`,
    [soloId],
  );
  return rows.map(({ row }) => row);
}

/** Writes rows as they were copied. */
export async function insertRows(connection: Connection, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = await writtenColumns(connection, table);
  await connection.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Gives a solo the values of a copied row. */
export async function overwriteSolo(connection: Connection, row: Row): Promise<void> {
  const columns = await writtenColumns(connection, 'solo');
  await connection.query(
    `update solo set (${columns}) = (select ${columns} from jsonb_populate_record(null::solo, $2)) where id = $1`,
    [row['id'], JSON.stringify(row)],
  );
}

/** The columns that are not computed from others. */
async function writtenColumns(connection: Connection, table: string): Promise<string> {
  const { rows } = await connection.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}
