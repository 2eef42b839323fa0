import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, type Importing, importing } from './importing.js';

let importer: Importing;
beforeAll(async () => {
  importer = await importing();
});

const said = (commune: string) =>
  importer.rows<{ counts: object; vintage: string }>(
    `select counts, vintage from offer_statement where source_id like 'import-bpe-counts-%' and commune_code = '${commune}'
     order by stated_at`,
  );

async function file(name: string, content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ancrage-counts-')), name);
  await writeFile(path, content);
  return path;
}

describe('the counts of the BPE by commune', () => {
  it('are what the communes have, without totals, departments and what is of no commune', async () => {
    const outcome = await importer.run('bpe-counts', fixture('ds-bpe.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 13, imported: 4, unchanged: 0, rejected: 3, outside: 6 },
      vintage: 'BPE 2024',
      layout: 'the counts of the BPE by commune (DS_BPE)',
    });
    expect(outcome.examples).toEqual([
      { line: 11, code: 'COMMUNE', reason: 'no commune of COG 2026 has, or had, the code 09999' },
      { line: 12, code: 'TYPE', reason: 'the BPE has no type "Z999"' },
      { line: 13, code: 'DUPLICATE', reason: 'an earlier row is the same' },
    ]);
    expect(await said('09122')).toEqual([{ counts: { D502: 2, E101: 5 }, vintage: 'BPE 2024' }]);
    // Saleix merged into Auzat.
    expect(await said('09030')).toEqual([{ counts: { A129: 1 }, vintage: 'BPE 2024' }]);
    expect(await said('09139')).toEqual([{ counts: {}, vintage: 'BPE 2024' }]);
    expect(await importer.rows('select 1 from facility')).toEqual([]);
  });

  it('leave absent what they list elsewhere, unless a row of the territory was refused', async () => {
    const [source] = await importer.rows<{ exhaustive_types: string[] }>(
      "select exhaustive_types from source where id like 'import-bpe-counts-%'",
    );
    expect(source?.exhaustive_types).toEqual(['D265', 'D502', 'E101']);
  });

  it('say what changed from one edition to the next, whatever columns it has', async () => {
    const again = await importer.run('bpe-counts', fixture('ds-bpe.csv'));
    expect(again).toMatchObject({ counts: { imported: 0, unchanged: 4 }, removed: 0, changes: [] });
    const next = await importer.run('bpe-counts', fixture('ds-bpe-11-columns.csv'));
    expect(next).toMatchObject({
      counts: { read: 5, imported: 1, unchanged: 3, rejected: 0, outside: 1 },
      vintage: 'BPE 2025',
      changes: [{ type: 'D502', added: 0, changed: 1, removed: 0 }],
    });
    expect(await said('09122')).toEqual([
      { counts: { D502: 2, E101: 5 }, vintage: 'BPE 2024' },
      { counts: { D502: 3, E101: 5 }, vintage: 'BPE 2025' },
    ]);
  });

  it('add up what older editions break down', async () => {
    const { counts, vintage } = await importer.run('bpe-counts', fixture('bpe-2018.csv'));
    expect({ ...counts, vintage }).toEqual({
      read: 5,
      imported: 5,
      unchanged: 0,
      rejected: 0,
      outside: 0,
      vintage: 'BPE 2018',
    });
    expect((await said('09122')).at(-1)?.counts).toEqual({ C108: 2, C109: 2, C201: 1 });
    expect((await said('09030')).at(-1)?.counts).toEqual({ C108: 1 });
  });

  it('are refused by their name when they are of departments alone', async () => {
    const before = await said('09122');
    const header = '"REF_AREA";"TYPEQU";"TIME_PERIOD";"NB_EQPMT"\n';
    const departments = await file('nuts3.csv', `${header}"09";"A101";"2021";3\n"31";"A104";"2021";19\n`);
    await expect(importer.run('bpe-counts', departments)).rejects.toThrow(
      'this looks like the counts of the BPE by department, which has no importer',
    );
    expect(await said('09122')).toEqual(before);
    const communes = await file('communes.csv', `${header}"09";"A101";"2021";3\n"09122";"A104";"2021";1\n`);
    expect((await importer.run('bpe-counts', communes)).counts).toMatchObject({ imported: 1, outside: 1 });
  });
});
