import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, type Importing, importing, SLUG } from './importing.js';

let importer: Importing;
let folder: string;
let bpe: string;
beforeAll(async () => {
  importer = await importing();
  folder = await mkdtemp(join(tmpdir(), 'ancrage-import-'));
  bpe = await readFile(fixture('bpe.csv'), 'utf8');
  await importer.run('bpe', fixture('bpe.csv'));
});

const everything = () =>
  importer.rows(`select (select jsonb_agg(f order by id) from facility f) as facilities,
    (select jsonb_agg(s order by id) from source s) as sources, (select jsonb_agg(t order by commune_code) from territory_commune t) as communes`);

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const cli = (args: string[]) =>
  spawn(process.execPath, [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), ...args], {
    env: {
      ...process.env,
      TERRITORY_DATABASE_URL: importer.database.appUrl,
      TERRITORY_DATABASE_OWNER_URL: importer.database.ownerUrl,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });

async function outcomeOf(child: ReturnType<typeof cli>) {
  const text = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text.err += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...text };
}

describe('a file that cannot be imported', () => {
  it.each([
    ['is empty', '', 'it is empty'],
    ['has no row', (text: string) => `${text.split('\n')[0]}\n`, 'a header and no row'],
    [
      'lacks a column',
      (text: string) => text.replaceAll('"TYPEQU"', '"TYPE_EQUIPEMENT"'),
      'needs the column TYPEQU',
    ],
    [
      'was cut in a row',
      (text: string) => text.slice(0, -300),
      'line 13: the file ends in the middle of a row',
    ],
    ['is of another kind', () => 'code_insee;nom_com\n09122;Foix\n', 'this is not the BPE'],
    ['opens a quote and fills up', (text: string) => `${text}"${'x\n'.repeat(12 << 20)}`, 'never closed'],
  ])('because it %s is refused, and nothing changes', async (name, content, reason) => {
    const before = await everything();
    const path = await file(`${name}.csv`, typeof content === 'string' ? content : content(bpe));
    await expect(importer.run('bpe', path)).rejects.toThrow(reason);
    expect(await everything()).toEqual(before);
  });

  it('because it is missing is refused', async () => {
    await expect(importer.run('bpe', join(folder, 'nowhere.csv'))).rejects.toThrow('is not a file');
  });

  it('because its errors would overwrite it, or have no place, is refused', async () => {
    const path = await file('precious.csv', bpe);
    await expect(importer.run('bpe', path, { errors: path })).rejects.toThrow('would overwrite');
    await expect(importer.run('bpe', path, { errors: join(folder, 'no', 'where.csv') })).rejects.toThrow(
      'cannot be written',
    );
    expect(await readFile(path, 'utf8')).toBe(bpe);
  });

  it('because its address is private is refused', async () => {
    await expect(importer.run('bpe', 'http://127.0.0.1:1/bpe.csv')).rejects.toThrow(
      'is not a public address',
    );
  });
});

describe('a file that says little', () => {
  it('leaves what is known, when none of its rows is of the territory', async () => {
    const before = await everything();
    const [header, ...rows] = bpe.split('\n');
    const path = await file(
      'elsewhere.csv',
      [header, ...rows.filter((row) => row.includes('TOULOUSE'))].join('\n'),
    );
    expect((await importer.run('bpe', path)).counts).toEqual({
      read: 1,
      imported: 0,
      unchanged: 0,
      rejected: 0,
      outside: 1,
    });
    expect(await everything()).toEqual(before);
  });

  it('is read in Windows-1252 too', async () => {
    const path = await file(
      'windows.csv',
      Buffer.from(bpe.replace('LE FOURNIL', 'LE P\u00c9TRIN'), 'latin1'),
    );
    expect((await importer.run('bpe', path, { dryRun: true })).counts).toMatchObject({
      read: 12,
      unchanged: 9,
    });
  });
});

describe('an import that does not end', () => {
  it('leaves the database as it was when it is cancelled', async () => {
    const before = await everything();
    const cancelled = new AbortController();
    const run = importer.run('bpe', await file('changed.csv', bpe.replaceAll('FOIX', 'FOIX VILLE')), {
      signal: cancelled.signal,
      onProgress: () => cancelled.abort(),
    });
    await expect(run).rejects.toThrow('cancelled');
    expect(await everything()).toEqual(before);
  });

  it('leaves the database as it was when it is killed, and the next one works', async () => {
    const before = await everything();
    const [header, ...rows] = bpe.trimEnd().split('\n');
    const many = Array.from({ length: 20_000 }, () => rows.slice(0, 3).join('\n')).join('\n');
    const child = cli(['import', 'bpe', await file('many.csv', `${header}\n${many}\n`), '--territory', SLUG]);
    const killed = outcomeOf(child);
    // The staging table is in place: the import is half-way.
    for (;;) {
      const [{ n } = { n: 0 }] = await importer.rows<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and query ilike 'copy import_row%'`,
      );
      if (n > 0 || child.exitCode !== null) break;
    }
    child.kill('SIGKILL');
    expect((await killed).code).toBeNull();
    expect(await everything()).toEqual(before);
    expect((await importer.run('bpe', fixture('bpe.csv'))).counts.unchanged).toBe(9);
  });

  it('waits for one that runs already, and then finds nothing left to do', async () => {
    const runs = await Promise.all([1, 2].map(() => importer.run('arcep', fixture('arcep-speeds.csv'))));
    expect(runs.map(({ counts }) => counts.imported).sort()).toEqual([0, 2]);
  });
});

describe('the command', () => {
  it('ends with one line of counts', async () => {
    const { code, out } = await outcomeOf(
      cli(['import', 'bpe', fixture('bpe.csv'), '--territory', SLUG, '--json', '--dry-run']),
    );
    expect(out).toBe('{"read":12,"imported":0,"unchanged":9,"rejected":1,"outside":2}\n');
    expect(code).toBe(0);
  });

  it('exits 1 when it refuses, and says what the file looks like', async () => {
    const { code, out, err } = await outcomeOf(
      cli(['import', 'bpe', fixture('arcep-speeds.csv'), '--territory', SLUG, '--json']),
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('this looks like the wired speeds of "Ma connexion internet": import it as arcep');
  });

  it('exits 1 for a territory or a dataset that does not exist', async () => {
    const wrong = await Promise.all(
      [
        ['import', 'bpe', fixture('bpe.csv'), '--territory', 'nulle-part'],
        ['import', 'taxis', fixture('bpe.csv'), '--territory', SLUG],
      ].map((args) => outcomeOf(cli(args))),
    );
    expect(wrong.map(({ code }) => code)).toEqual([1, 1]);
  });
});
