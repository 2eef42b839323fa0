import type { Connection } from '@ancrage/subgraph/database';

/** A row as PostgreSQL writes it in JSON, by column. */
export type Row = Record<string, unknown>;

/**
 * The tables whose rows tell of a household, as the catalogue knows them: one that is added later is exported like the
 * others by the name of its column alone.
 */
export async function tablesOfHouseholds(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'prospect_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`,
  );
  return rows.map(({ name }) => name);
}

/** Documents by what tells them apart: their bytes are taken from where they are kept. */
const DOCUMENTS = `(select to_jsonb(f) - 'content' || jsonb_build_object('content', jsonb_build_object(
  'mediaType', f.media_type, 'bytes', length(f.content), 'name', f.name, 'document', f.id)) as t, f.prospect_id
  from prospect_file f)`;

/**
 * All that is held of a household, by table, as the transaction sees it.
 * @param documents `named`: without their bytes, which may be hundreds of megabytes
 */
export async function copyHousehold(
  connection: Connection,
  prospectId: string,
  documents: 'whole' | 'named' = 'whole',
): Promise<Record<string, Row[]>> {
  const copy: Record<string, Row[]> = {
    prospect: await rowsOf(connection, 'prospect t where t.id = $1', prospectId),
  };
  for (const table of await tablesOfHouseholds(connection))
    copy[table] =
      table === 'prospect_file' && documents === 'named'
        ? await rowsOf(connection, `${DOCUMENTS} d where d.prospect_id = $1`, prospectId)
        : await rowsOf(connection, `${table} t where t.prospect_id = $1`, prospectId);
  copy['attendance'] = await rowsOf(
    connection,
    'attendance t where t.registration_id in (select id from registration where prospect_id = $1)',
    prospectId,
  );
  return copy;
}

async function rowsOf(connection: Connection, from: string, id: string): Promise<Row[]> {
  const { rows } = await connection.query<{ row: Row }>(`select to_jsonb(t) as row from ${from}`, [id]);
  return rows.map(({ row }) => row);
}
