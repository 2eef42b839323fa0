import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createStaging, type StagedRow } from '../../dist/import/copy-rows.js';
import { copyFirstRows } from '../../dist/import/first-import.js';
import { FACILITY_TARGET } from '../../dist/import/target/facility.target.js';
import { type Importing, importing } from './importing.js';

let importer: Importing;
let client: pg.Client;
beforeAll(async () => {
  importer = await importing();
  client = new pg.Client({ connectionString: importer.database.ownerUrl });
  await client.connect();
});
afterAll(() => client.end());

const own = () => ({ territoryId: importer.territoryId, sourceId: 'import-bpe' });
beforeEach(async () => {
  await client.query('begin');
  await client.query(
    "select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)",
    [importer.territoryId],
  );
  await createStaging(client, FACILITY_TARGET);
});
afterEach(() => client.query('rollback'));

const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
const row = (line: number, id: string, { reserved = false, name = `Ligne ${line}` } = {}): StagedRow => ({
  line,
  values: [id, '09122', 'E101', name, 1.6, 42.9, false, reserved],
});
/** Longer than a piece of text: each row is stored by itself. */
const long = 'x'.repeat(70_000);
const shown = async () =>
  (await client.query('select id, left(name, 8) as name from facility order by name')).rows;

it('makes rows the territory’s while others are read, once each, and leaves to the end what repeats', async () => {
  async function* batches() {
    yield [row(2, ids[0], { name: `A ${long}` })];
    yield [row(3, ids[1], { name: `B ${long}` })];
    yield [row(4, ids[0], { name: `C ${long}` })];
    yield [row(5, ids[2], { reserved: true })];
  }
  expect(await copyFirstRows(client, FACILITY_TARGET, batches(), own(), 1)).toBe(2);
  expect((await shown()).map(({ id }) => id)).toEqual([ids[0], ids[1]]);
  const { rows } = await client.query('select line::int, repeated from import_row order by line');
  expect(rows).toEqual([
    { line: 2, repeated: false },
    { line: 3, repeated: false },
    { line: 4, repeated: true },
    { line: 5, repeated: false },
  ]);
});

it('leaves the connection free when the file breaks off half-way', async () => {
  async function* batches() {
    yield [row(2, ids[0], { name: `A ${long}` })];
    yield [row(3, ids[1], { name: `B ${long}` })];
    throw new Error('the file ends in the middle of a row');
  }
  await expect(copyFirstRows(client, FACILITY_TARGET, batches(), own(), 1)).rejects.toThrow('in the middle');
  expect((await client.query('select 1 as free')).rows).toEqual([{ free: 1 }]);
});

it('tells when the server refuses a row, whatever was read meanwhile', async () => {
  async function* batches() {
    yield [{ line: 2, values: [ids[0], null, 'E101', `A ${long}`, 1.6, 42.9, false, false] }];
    for (let line = 3; line < 8; line += 1) yield [row(line, randomUUID(), { name: long })];
  }
  await expect(copyFirstRows(client, FACILITY_TARGET, batches(), own(), 1)).rejects.toThrow('commune_code');
});
