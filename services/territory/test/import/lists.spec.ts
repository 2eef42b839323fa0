import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, type Importing, importing } from './importing.js';

let importer: Importing;
beforeAll(async () => {
  importer = await importing();
  await importer.run('bpe', fixture('bpe.csv'));
});

describe('lists of one type of service', () => {
  it('take the place of what the BPE says of it', async () => {
    const outcome = await importer.run('stations', fixture('gares-2024.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 3, imported: 2, unchanged: 0, rejected: 0, outside: 1 },
      removed: 1,
    });
    expect(
      await importer.rows(
        "select commune_code, type_code, name from facility where type_code like 'E10_' and type_code <> 'E101' order by 1",
      ),
    ).toEqual([
      { commune_code: '09032', type_code: 'E109', name: 'Halte du Lac' },
      { commune_code: '09122', type_code: 'E108', name: 'Gare du Pic' },
    ]);
  });

  it('are not undone when the BPE comes again', async () => {
    const { counts } = await importer.run('bpe', fixture('bpe.csv'));
    expect(counts).toEqual({ read: 12, imported: 0, unchanged: 9, rejected: 1, outside: 2 });
    expect(await importer.rows("select 1 from facility where type_code = 'E109'")).toHaveLength(1);
  });

  it('hold line breaks inside quotes, and tell their day by their name', async () => {
    const outcome = await importer.run('france-services', fixture('liste-fs-20260201.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 3, imported: 2, unchanged: 0, rejected: 0, outside: 1 },
      vintage: '2026-02-01',
    });
    const again = await importer.run('france-services', fixture('liste-fs-20260201.csv'));
    expect(again.counts).toMatchObject({ imported: 0, unchanged: 2 });
  });

  it('tell schools by what they teach', async () => {
    const outcome = await importer.run('education', fixture('annuaire-education.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 7, imported: 4, unchanged: 0, rejected: 2, outside: 1 },
      removed: 2,
      examples: [{ code: 'NOT_IN_OPERATION' }, { code: 'TYPE' }],
    });
    expect(
      await importer.rows(
        'select name, type_code from facility where type_code like \'C%\' order by name collate "C"',
      ),
    ).toEqual([
      { name: 'Collège du Haut Pays', type_code: 'C201' },
      { name: 'Lycée des métiers du bois', type_code: 'C302' },
      { name: 'École maternelle du Castella', type_code: 'C107' },
      { name: 'École primaire du Bosquet', type_code: 'C108' },
    ]);
  });

  it('of health and social establishments speak of the types that they list completely', async () => {
    const outcome = await importer.run('finess', fixture('finess.csv'));
    expect(outcome).toMatchObject({
      // The hospital is left to the BPE.
      counts: { read: 5, imported: 2, unchanged: 1, rejected: 1, outside: 1 },
      vintage: '2026-05-04',
      examples: [{ line: 6, code: 'DUPLICATE' }],
    });
    const [pharmacy] = await importer.rows<{ longitude: number; latitude: number }>(
      "select name, commune_code, longitude, latitude from facility where type_code = 'D307'",
    );
    expect(pharmacy).toMatchObject({ name: 'PHARMACIE DU PONT VIEUX', commune_code: '09122' });
    // Lambert 93, to degrees.
    expect(pharmacy?.longitude).toBeCloseTo(1.607, 2);
    expect(pharmacy?.latitude).toBeCloseTo(42.97, 2);
    expect((await importer.run('finess', fixture('finess.csv'))).counts).toMatchObject({
      imported: 0,
      unchanged: 3,
    });
  });

  it('of health and social establishments are the same in the file without a header, places after all', async () => {
    const path = fixture('etalab-cs1100507-stock-20260512-0339.csv');
    const outcome = await importer.run('finess', path);
    expect(outcome).toMatchObject({
      counts: { read: 5, imported: 0, unchanged: 3, rejected: 0, outside: 2 },
      vintage: '2026-05-12',
      layout: 'the FINESS establishments (stock)',
    });
    await expect(importer.run('bpe', path)).rejects.toThrow(
      'the FINESS establishments (stock): import it as finess',
    );
  });
});
