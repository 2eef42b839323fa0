import { beforeAll, describe, expect, it } from 'vitest';
import { createTerritory } from '../../dist/territory/create-territory.js';
import { fixture, type Importing, importing } from './importing.js';

let importer: Importing;
beforeAll(async () => {
  importer = await importing();
  // Shares its communes with the territory of the imports.
  const other = { name: 'Ariège', slug: 'ariege', departments: ['09'] };
  await createTerritory(importer.database.ownerUrl, other, null);
});

const territories = () =>
  importer.rows<{ slug: string; population: number; bounds: number[] }>(
    'select slug, population, bounds from territory order by slug',
  );
const versions = () =>
  importer.rows<{ communes: string }>('select communes from tile_version order by territory_id');

describe('postal codes', () => {
  it('are read in their current columns and encoding', async () => {
    const outcome = await importer.run('postcodes', fixture('hexasmal.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 7, imported: 1, unchanged: 4, rejected: 1, outside: 1 },
      examples: [{ line: 8, code: 'VALUE', reason: '"0900O" is no postal code' }],
    });
    expect(
      await importer.rows(
        "select code, postal_codes from commune_reference where code in ('09032', '09139', '31555') order by code",
      ),
    ).toEqual([
      { code: '09032', postal_codes: ['09110', '09111'] },
      { code: '09139', postal_codes: ['09390'] },
      { code: '31555', postal_codes: expect.arrayContaining(['31500']) },
    ]);
    expect((await importer.run('postcodes', fixture('hexasmal.csv'))).counts).toMatchObject({
      imported: 0,
      unchanged: 5,
    });
  });
});

describe('populations', () => {
  it('are those of every territory that has the commune, and of none of the others', async () => {
    const before = await territories();
    const known = await importer.rows<{ population: number }>(
      "select population from commune_reference where code in ('09032', '09122')",
    );
    const outcome = await importer.run('populations', fixture('populations.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 4, imported: 2, unchanged: 0, rejected: 1, outside: 1 },
      examples: [{ line: 4, reason: '"s" is no number of inhabitants' }],
    });
    const more = 9700 + 1250 - known.reduce((sum, { population }) => sum + population, 0);
    expect((await territories()).map(({ population }) => population)).toEqual(
      before.map(({ population }) => population + more),
    );
    expect(
      await importer.rows(
        "select distinct population from territory_commune where commune_code = '09122' order by 1",
      ),
    ).toEqual([{ population: 9700 }]);
    expect((await importer.run('populations', fixture('populations.csv'))).counts.imported).toBe(0);
  });
});

describe('movements of communes', () => {
  it('carry what later files say of former communes', async () => {
    const rejected = await importer.run('bpe-counts', fixture('ds-bpe.csv'));
    expect(rejected.counts.rejected).toBe(3);
    const outcome = await importer.run('movements', fixture('mouvements.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 6, imported: 2, unchanged: 2, rejected: 1, outside: 1 },
      examples: [{ line: 7, code: 'VALUE', reason: '"1972-13-01" is no day' }],
    });
    expect(await importer.rows('select code, current_code from former_commune order by code')).toEqual([
      { code: '09997', current_code: '09122' },
      { code: '09998', current_code: '09122' },
    ]);
    expect((await importer.run('movements', fixture('mouvements.csv'))).counts).toMatchObject({
      imported: 0,
      unchanged: 4,
    });
  });
});

describe('contours', () => {
  it('take the place of drawn cells, once they are found to be outlines', async () => {
    const [before, tiles] = [await territories(), await versions()];
    const outcome = await importer.run('contours', fixture('communes.geojson'));
    expect(outcome.counts).toEqual({ read: 6, imported: 2, unchanged: 0, rejected: 3, outside: 1 });
    expect(outcome.examples).toEqual([
      { line: 3, code: 'VALUE', reason: 'a ring of its outline is not closed' },
      {
        line: 4,
        code: 'COMMUNE',
        reason: 'the outline of 09278 is a part only of 09030, into which it merged',
      },
      { line: 5, code: 'VALUE', reason: 'its outline is not in degrees (WGS 84)' },
    ]);
    const found = await importer.rows<{ commune_code: string; geometry: { type: string } }>(
      "select commune_code, geometry, approximate, bounds from commune_contour where commune_code in ('09032', '09122') order by 1",
    );
    expect(found).toMatchObject([
      // Its islet is smaller than what is drawn.
      { approximate: false, geometry: { type: 'Polygon' }, bounds: [1.82, 42.7, 1.85, 42.73] },
      { approximate: false, geometry: { type: 'Polygon' }, bounds: [1.59, 42.95, 1.62, 42.98] },
    ]);
    expect(await territories()).toHaveLength(before.length);
    const changed = await versions();
    expect(changed).toHaveLength(2);
    for (const [place, { communes }] of changed.entries()) expect(communes).not.toBe(tiles[place]?.communes);
    expect((await importer.run('contours', fixture('communes.geojson'))).counts).toMatchObject({
      imported: 0,
      unchanged: 2,
    });
  });

  it('that were cut, or are of departments, are refused', async () => {
    await expect(importer.run('bpe', fixture('communes.geojson'))).rejects.toThrow('import it as contours');
  });
});

describe('what all territories share', () => {
  it('is the operator’s to import, of one territory’s communes alone', async () => {
    for (const dataset of ['postcodes', 'populations', 'movements', 'contours'])
      await expect(importer.runAs('AGENT', dataset, fixture('populations.csv'))).rejects.toThrow(
        'the operator alone imports it',
      );
  });
});
