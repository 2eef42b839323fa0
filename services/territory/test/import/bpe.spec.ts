import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../../dist/demonstration/load-demonstration.js';
import { fixture, type Importing, importing, SLUG } from './importing.js';

let importer: Importing;
beforeAll(async () => {
  importer = await importing();
});

const FACILITIES =
  'select id, commune_code, type_code, name, longitude, latitude from facility order by commune_code, type_code, id';

describe('the BPE', () => {
  it('shows in a dry run what it would do, and does nothing', async () => {
    await loadDemonstration(importer.database.ownerUrl, SLUG);
    const before = await importer.rows(FACILITIES);
    const { counts } = await importer.run('bpe', fixture('bpe.csv'), { dryRun: true });
    expect(counts).toEqual({ read: 12, imported: 9, unchanged: 0, rejected: 1, outside: 2 });
    expect(await importer.rows(FACILITIES)).toEqual(before);
  });

  it('takes the place of the demonstration, wholly', async () => {
    const outcome = await importer.run('bpe', fixture('bpe.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 12, imported: 9, unchanged: 0, rejected: 1, outside: 2 },
      vintage: 'BPE 2025',
      examples: [{ line: 13, code: 'NOT_PUBLISHED' }],
    });
    expect(await importer.rows('select id from source where demonstration')).toEqual([]);
    expect(await importer.rows('select 1 from broadband_coverage')).toEqual([]);
    expect(await importer.rows(FACILITIES)).toHaveLength(9);
    await expect(loadDemonstration(importer.database.ownerUrl, SLUG)).rejects.toThrow('holds real data');
  });

  it('carries former codes of types and communes to those of today', async () => {
    const found = await importer.rows<{ type_code: string; commune_code: string; name: string }>(FACILITIES);
    const named = (name: string) => found.find((facility) => facility.name === name);
    expect(named('CABINET MEDICAL')?.type_code).toBe('D265');
    expect(named('ECOLE SAINT JOSEPH')?.type_code).toBe('C107');
    expect(named('MAIRIE ANNEXE DE SALEIX')?.commune_code).toBe('09030');
    expect(named('CRECHE "LES OURSONS"; ROUTE DE L\'ARGET')).toMatchObject({
      longitude: 1.60211,
      latitude: 42.96711,
    });
  });

  it('keeps services that nothing tells apart, under the name of their type', async () => {
    const taxis = await importer.rows("select name, longitude from facility where type_code = 'E101'");
    expect(taxis).toEqual([
      { name: 'Taxi', longitude: null },
      { name: 'Taxi', longitude: null },
    ]);
  });

  it('says where the rows come from, and which types are listed completely', async () => {
    const [source] = await importer.rows<{ exhaustive_types: string[] }>(
      'select producer, vintage, licence, checksum, demonstration, exhaustive_types from source where territory_id is not null',
    );
    expect(source).toMatchObject({
      producer: 'INSEE',
      vintage: 'BPE 2025',
      licence: 'Licence Ouverte 2.0',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      demonstration: false,
    });
    // A nurse was left out: that a commune has none cannot be said any more.
    expect(source?.exhaustive_types).toContain('C107');
    expect(source?.exhaustive_types).not.toContain('D281');
  });

  it('recounts what lists and maps read', async () => {
    const [foix] = await importer.rows(
      "select facility_counts from territory_commune where commune_code = '09122'",
    );
    expect(foix).toEqual({ facility_counts: { C108: 1, D502: 1, E101: 2, E109: 1 } });
    expect(await importer.rows('select facilities, demonstration from offer_figures')).toEqual([
      { facilities: 9, demonstration: false },
    ]);
  });

  it('changes nothing when it comes again, and only what changed when it changed', async () => {
    const before = await importer.rows(FACILITIES);
    const again = await importer.run('bpe', fixture('bpe.csv'));
    expect(again.counts).toEqual({ read: 12, imported: 0, unchanged: 9, rejected: 1, outside: 2 });
    expect(await importer.rows(FACILITIES)).toEqual(before);

    const file = join(await mkdtemp(join(tmpdir(), 'ancrage-bpe-')), 'bpe.csv');
    const lines = (await readFile(fixture('bpe.csv'), 'utf8')).split('\n');
    await writeFile(file, lines.filter((line) => !line.includes('BOULANGERIE DU TEICH')).join('\n'));
    const shorter = await importer.run('bpe', file);
    expect(shorter).toMatchObject({ counts: { imported: 0, unchanged: 8 }, removed: 1 });
  });

  it('names each bad row and why, and imports the others', async () => {
    const errors = join(await mkdtemp(join(tmpdir(), 'ancrage-bpe-')), 'errors.csv');
    const { counts } = await importer.run('bpe', fixture('bpe-with-errors.csv'), { errors });
    expect(counts).toEqual({ read: 6, imported: 0, unchanged: 1, rejected: 5, outside: 0 });
    expect((await readFile(errors, 'utf8')).split('\n')).toEqual([
      'line,code,reason',
      '3,TYPE,"the BPE has no type ""Z999"""',
      '4,POSITION,"the coordinates 43.29648, 5.36978 are outside the territory"',
      '5,COMMUNE,"no commune of COG 2026 has, or had, the code 09999"',
      '7,MALFORMED,a quote is opened and never closed',
      '6,DUPLICATE,an earlier row is the same',
      '',
    ]);
  });
});
