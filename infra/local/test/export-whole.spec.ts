import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@ancrage/postgres/databases';
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FourDatabases } from './four-databases.js';

interface Manifest {
  territory: { id: string; slug: string };
  services: { service: ServiceName; tables: Record<string, number>; files: number; withheld: string[] }[];
  entries: { path: string; sha256: string; bytes: number }[];
}

let four: FourDatabases;
let folder: string;
let id: string;
let zip: Unzipped;
let manifest: Manifest;

beforeAll(async () => {
  four = await FourDatabases.create();
  folder = await mkdtemp(join(tmpdir(), 'ancrage-copy-'));
  id = await four.territory('cap-corse', '200042943', 'canari-copie');
  await four.territory('tarascon', '240900431', 'canari-voisin');
  const path = join(folder, 'cap-corse.zip');
  const { code, said } = await four.run(['export', '--territory', 'cap-corse', '--to', path]);
  expect(said).toContain('It holds personal data');
  expect(code).toBe(0);
  zip = unzipSync(await readFile(path));
  manifest = JSON.parse(strFromU8(zip['manifest.json'] as Uint8Array)) as Manifest;
});
afterAll(async () => {
  await four?.close();
  await rm(folder, { recursive: true, force: true });
});

const linesOf = (path: string) =>
  strFromU8(zip[path] as Uint8Array)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const comparable = (rows: readonly object[]) =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

describe('a whole copy, read back by another library than the one that wrote it', () => {
  it('is whole by its own account: every file with its size and its checksum, and no other', () => {
    const said = ['LISEZ-MOI.txt', 'manifest.json', ...manifest.entries.map(({ path }) => path)];
    expect(Object.keys(zip).sort()).toEqual(said.sort());
    for (const { path, sha256, bytes } of manifest.entries) {
      const file = zip[path] as Uint8Array;
      expect(file.length, path).toBe(bytes);
      expect(createHash('sha256').update(file).digest('hex'), path).toBe(sha256);
    }
    expect(manifest.territory).toMatchObject({ id, slug: 'cap-corse' });
  });

  it.each(SERVICES)('has every row of every table of %s as its database has it', async (service) => {
    const given = manifest.services.find((part) => part.service === service);
    const superuser = four.superusers[service];
    const prints = (await four.prints(id))[service] ?? {};
    expect(Object.keys(prints).length).toBeGreaterThan(1);
    for (const [table, print] of Object.entries(prints)) {
      expect(given?.tables[table], table).toBe(Number(print.split(' ')[0]));
      const { rows: columns } = await superuser.query<{ name: string }>(
        `select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and atttypid = 'bytea'::regtype`,
        [`"${table}"`],
      );
      const files = columns.map(({ name }) => name);
      const left = (given?.withheld ?? []).filter((name) => name.startsWith(`${table}.`));
      const { rows } = await superuser.query<{ row: object }>(
        `select to_jsonb(t) - $2::text[] as row from "${table}" t where territory_id = $1`,
        [id, [...files, ...left.map((name) => name.split('.')[1])]],
      );
      const copied = linesOf(`${service}/${table}.jsonl`);
      for (const line of copied) for (const column of files) delete line[column];
      expect(comparable(copied), table).toEqual(comparable(rows.map(({ row }) => row)));
    }
  });

  it.each(SERVICES)('has every file of %s, byte for byte', async (service) => {
    const given = manifest.services.find((part) => part.service === service);
    const { rows: columns } = await four.superusers[service].query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype
         and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'territory_id')`,
    );
    let files = 0;
    for (const { table, column } of columns) {
      const { rows } = await four.superusers[service].query<{ bytes: Buffer }>(
        `select "${column}" as bytes from "${table}" where territory_id = $1 and "${column}" is not null`,
        [id],
      );
      const paths = linesOf(`${service}/${table}.jsonl`).map((line) => `${service}/${String(line[column])}`);
      const copies = paths.filter((path) => zip[path]).map((path) => Buffer.from(zip[path] as Uint8Array));
      const hex = (all: Buffer[]) => all.map((bytes) => bytes.toString('hex')).sort();
      expect(hex(copies), `${table}.${column}`).toEqual(hex(rows.map(({ bytes }) => bytes)));
      files += rows.length;
    }
    expect(given?.files).toBe(files);
  });

  it('has nothing of its neighbour, and nothing that lets somebody in', () => {
    const all = Object.values(zip)
      .map((file) => strFromU8(file))
      .join('\n');
    expect(all).not.toContain('canari-voisin');
    expect(manifest.services.flatMap(({ withheld }) => withheld)).toContain('api_key.hash');
  });
});

describe('a copy that cannot be made', () => {
  const made = (slug: string, to: string) => four.run(['export', '--territory', slug, '--to', to]);

  it('of a territory that there is not, is refused in a word, and leaves no file', async () => {
    const { code, said } = await made('nulle-part', join(folder, 'x.zip'));
    expect(code).toBe(1);
    expect(said.trim()).toBe('No territory has the short name nulle-part: it is gone, or never was.');
    expect(await readdir(folder)).toEqual(['cap-corse.zip']);
  });

  it('over another file, leaves that one as it was', async () => {
    const before = await readFile(join(folder, 'cap-corse.zip'));
    const { code, said } = await made('cap-corse', join(folder, 'cap-corse.zip'));
    expect([code, said]).toEqual([1, expect.stringContaining('is there already')]);
    expect((await readFile(join(folder, 'cap-corse.zip'))).equals(before)).toBe(true);
  });

  it('in a folder that there is not, says so in a word', async () => {
    const { code, said } = await made('cap-corse', join(folder, 'nowhere', 'x.zip'));
    expect(code).toBe(1);
    expect(said).toContain('nowhere');
  });
});

/** Says in its last line the most memory that the process had, in kilobytes. */
const WEIGHED = `--import=data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => console.log(process.resourceUsage().maxRSS))`,
)}`;

it('takes no more memory for a territory twice as large', async () => {
  const superuser = four.superusers.accompaniment;
  const weigh = async (name: string) => {
    const path = join(folder, name);
    const { said } = await four.run(['export', '--territory', 'cap-corse', '--to', path], {
      NODE_OPTIONS: WEIGHED,
    });
    return Number(said.trim().split('\n').at(-1)) / 1024;
  };
  await superuser.query(LARGE);
  const large = await weigh('large.zip');
  await superuser.query(TWICE);
  const twice = await weigh('twice.zip');
  const { rows } = await superuser.query<{ megabytes: number }>(
    'select sum(octet_length(content)) / 1048576.0 as megabytes from prospect_file where territory_id = $1',
    [id],
  );
  const added = Number(rows[0]?.megabytes) / 2;
  expect(added).toBeGreaterThan(150);
  expect(twice - large, `${large} MB, then ${twice} MB for ${added} MB more`).toBeLessThan(added / 3);
}, 120_000);

/** Files as large as the service takes them, and many rows; whom they are about does not matter here. */
const LARGE = `
  set session_replication_role = 'replica';
  insert into prospect_file select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid()))).*
    from prospect_file f, generate_series(1, 19);
  update prospect_file set content = (
    select string_agg(decode(md5(n::text), 'hex'), ''::bytea) from generate_series(1, 524288) n);
  insert into prospect_event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
    from prospect_event e, generate_series(1, 50000)`;
const TWICE = `
  insert into prospect_file select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid()))).*
    from prospect_file f;
  insert into prospect_event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
    from prospect_event e`;
