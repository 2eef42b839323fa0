import { randomUUID } from 'node:crypto';
import type pg from 'pg';

export interface Filled {
  canary: string;
  territoryId: string;
  soloId: string;
  consentId: string;
  /** What a JSON column holds, where a text is not what it should. */
  jsonb?: unknown;
}

/** Every table whose rows go with their solo, out of the catalogue. */
export async function tablesOfPerson(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select distinct conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid = 'solo'::regclass and confdeltype = 'c' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Writes a row about a person whose every column that can hold words holds the canary. */
export async function fillRow(client: pg.Client, table: string, filled: Filled): Promise<void> {
  const { rows: columns } = await client.query(
    `select a.attname as name, t.typname as type, t.typtype = 'e' as enumerated,
        (select enumlabel from pg_enum where enumtypid = t.oid order by enumsortorder limit 1) as label,
        a.attnotnull as needed
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [table],
  );
  const written = columns.filter(
    ({ name, type, needed }) =>
      needed || WORDS.has(type) || name === 'solo_id' || (table === 'consent' && name === 'withdrawn_at'),
  );
  await client.query(
    `insert into ${table} (${written.map(({ name }) => name).join(', ')}) values (${written.map((_, at) => `$${at + 1}`).join(', ')})`,
    written.map((column) => filler(column, filled)),
  );
}

const WORDS = new Set(['text', '_text', 'jsonb', 'bytea']);

function filler(
  { name, type, enumerated, label }: { name: string; type: string; enumerated: boolean; label: string },
  { canary, territoryId, soloId, jsonb }: Filled,
): unknown {
  if (name === 'territory_id') return territoryId;
  if (name === 'solo_id') return soloId;
  if (enumerated) return label;
  switch (type) {
    case 'uuid':
      return randomUUID();
    case 'text':
      return canary;
    case '_text':
      return [canary];
    case 'jsonb':
      return JSON.stringify(jsonb ?? { words: canary });
    case 'bytea':
      return Buffer.from(canary);
    case 'bool':
      return false;
    case 'int4':
      return 1;
    default:
      return new Date();
  }
}
