import { describe, expect, it } from 'vitest';
import { column, type Row, text } from './dataset.ts';
import type { Header } from './header.ts';
import { csvMetadata, writeCsv, writeGeoJson, writeJson } from './writers.ts';

const header: Header = {
  title: 'Services',
  territory: 'Pays d’ici',
  asOf: '2026-11-20',
  version: 'v1',
  page: 'https://ici.test/donnees',
  filters: '?pop=-99',
  communes: { selected: 1, total: 113 },
  sources: [
    {
      id: 's',
      producer: 'SNCF',
      dataset: 'Gares',
      vintage: '2026',
      url: null,
      licence: 'ODbL 1.0',
      demonstration: true,
      retrievedAt: null,
    },
  ],
};
const columns = [text('nom', 'Nom', 'Name'), column('integer', 'nombre', 'Nombre', 'Number')];
async function* rows(): AsyncGenerator<Row> {
  yield { cells: { nom: '=Foix', nombre: 2 }, geometry: { type: 'Point', coordinates: [1.6, 42.9] } };
  yield { cells: { nom: 'Orlu' }, geometry: null };
}
async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) {
    all += piece;
  }
  return all;
}
const file = () => ({ header, columns, rows: rows() });

describe('a file', () => {
  it('of CSV has a header line and one record a row, marked as UTF-8 on demand', async () => {
    expect(await whole(writeCsv(file()))).toBe("nom,nombre\r\n'=Foix,2\r\nOrlu,\r\n");
    expect(await whole(writeCsv(file(), true))).toMatch(/^\ufeffnom,/);
  });

  it('of GeoJSON carries its licence and says that it is invented, and keeps unknown as null', async () => {
    const collection = JSON.parse(await whole(writeGeoJson(file())));
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.metadonnees).toMatchObject({
      demonstration: true,
      avertissement: expect.stringContaining('inventées'),
      filtres: '?pop=-99',
      licences: [{ nom: 'ODbL 1.0', partage_a_l_identique: true }],
    });
    expect(collection.features[1]).toEqual({
      type: 'Feature',
      geometry: null,
      properties: { nom: 'Orlu', nombre: null },
    });
  });

  it('of JSON has the same rows, texts as they are', async () => {
    expect(JSON.parse(await whole(writeJson(file()))).lignes).toEqual([
      { nom: '=Foix', nombre: 2 },
      { nom: 'Orlu', nombre: null },
    ]);
  });

  it('is described for CSV on the Web', () => {
    const metadata = JSON.parse(csvMetadata(header, columns, 'services.csv'));
    expect(metadata.url).toBe('services.csv');
    expect(
      metadata.tableSchema.columns.map(({ name, datatype }: { name: string; datatype: string }) => [
        name,
        datatype,
      ]),
    ).toEqual([
      ['nom', 'string'],
      ['nombre', 'integer'],
    ]);
  });
});
