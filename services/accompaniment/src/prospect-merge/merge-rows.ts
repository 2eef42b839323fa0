import type { Connection } from '@ancrage/subgraph/database';
import type { Row } from '../personal-data/household-copy.js';

export type { Row } from '../personal-data/household-copy.js';

/** What is written of a household itself, and of how it is reached. */
export interface HouseholdRows {
  prospect: Row;
  contact: Row | null;
  consents: Row[];
}

/** A household's own rows, as the transaction sees them; null when there is none. */
export async function householdRows(connection: Connection, id: string): Promise<HouseholdRows | null> {
  const one = async (from: string) =>
    (await connection.query<{ row: Row }>(`select to_jsonb(t) as row from ${from}`, [id])).rows.map(
      ({ row }) => row,
    );
  const [prospect] = await one('prospect t where t.id = $1');
  const [contact = null] = await one('prospect_contact t where t.prospect_id = $1');
  const consents = await one('prospect_consent t where t.prospect_id = $1 order by t.given_at, t.id');
  return prospect ? { prospect, contact, consents } : null;
}

/** Writes rows as they were copied. */
export async function insertRows(connection: Connection, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = await columnsOf(connection, table);
  await connection.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Gives a row the values of a copy; `key` is the column by which it is found. */
export async function overwriteRow(
  connection: Connection,
  table: string,
  key: string,
  row: Row,
): Promise<void> {
  const columns = await columnsOf(connection, table);
  await connection.query(
    `update ${table} set (${columns}) = (select ${columns} from jsonb_populate_record(null::${table}, $2)) where ${key} = $1`,
    [row[key], JSON.stringify(row)],
  );
}

/** The columns that are not computed from others. */
async function columnsOf(connection: Connection, table: string): Promise<string> {
  const { rows } = await connection.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

/** What goes over to another household row by row. Contact and consents do not: they are written again. */
export const MOVING = [
  'prospect_event',
  'prospect_file',
  'household_message',
  'installation_step',
  'follow_up',
  'prospect_touch',
  'letter',
  'registration',
  'registration_event',
  'household_visit',
  'survey_answer',
  'installation',
  'sponsorship',
  'sponsorship_contact',
] as const;
const KEYS: Partial<Record<(typeof MOVING)[number], string>> = { survey_answer: 'registration_id' };

/** The ids of rows by table. */
export type Moved = Record<string, string[]>;

/** Moves all that belongs to a household to another one. Gives what was moved. */
export async function moveAll(connection: Connection, fromId: string, toId: string): Promise<Moved> {
  const moved: Moved = {};
  for (const table of MOVING) {
    const { rows } = await connection.query<{ id: string }>(
      `update ${table} set prospect_id = $2 where prospect_id = $1 returning ${KEYS[table] ?? 'id'}::text as id`,
      [fromId, toId],
    );
    moved[table] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Moves rows that were moved before to a household; those that are gone stay gone. */
export async function moveThese(connection: Connection, moved: Moved, toId: string): Promise<void> {
  for (const table of MOVING)
    await connection.query(
      `update ${table} set prospect_id = $2 where ${KEYS[table] ?? 'id'}::text = any($1::text[])`,
      [moved[table] ?? [], toId],
    );
}
