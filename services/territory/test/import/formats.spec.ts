import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { fixture, type Importing, importing } from './importing.js';

let importer: Importing;
let folder: string;
let bpe: Buffer;
beforeAll(async () => {
  importer = await importing();
  folder = await mkdtemp(join(tmpdir(), 'ancrage-formats-'));
  bpe = await readFile(fixture('bpe.csv'));
  await importer.run('bpe', fixture('bpe.csv'));
});

const SAME = { read: 12, imported: 0, unchanged: 9, rejected: 1, outside: 2 };

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function zip(name: string, entries: Record<string, Buffer | string>): Promise<string> {
  const archive = new yazl.ZipFile();
  for (const [entry, content] of Object.entries(entries)) {
    if (entry.endsWith('/')) archive.addEmptyDirectory(entry);
    else archive.addBuffer(Buffer.from(content), entry);
  }
  archive.end();
  const path = join(folder, name);
  await pipeline(archive.outputStream, createWriteStream(path));
  return path;
}

const table = (text: string) => Papa.parse<string[]>(text.trim(), { delimiter: ';' }).data;

/** As producers' tools write it: everything is text, but for what `numbers` names. */
function parquet(
  rows: string[][],
  numbers: string[] = [],
  codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY',
): Uint8Array {
  const [header = [], ...records] = rows;
  const columnData = header.map((name, column) => {
    const values = records.map((record) => record[column] ?? '');
    return numbers.includes(name)
      ? {
          name,
          data: values.map((value) => (value === '' ? null : Number(value))),
          type: 'DOUBLE' as const,
          nullable: true,
        }
      : { name, data: values, type: 'STRING' as const };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, codec, rowGroupSize: 5 }));
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A workbook whose second sheet holds the rows, under a title; numbers have lost their zeros. */
function workbook(name: string, rows: (string | number)[][]): Promise<string> {
  const texts: string[] = [];
  const cell = (value: string | number, column: number, line: number) => {
    const reference = `${String.fromCharCode(65 + column)}${line}`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    if (value === '') return '';
    if (!texts.includes(value)) texts.push(value);
    return `<c r="${reference}" t="s"><v>${texts.indexOf(value)}</v></c>`;
  };
  const sheet = rows
    .map(
      (values, index) =>
        `<row r="${index + 3}">${values.map((value, column) => cell(value, column, index + 3)).join('')}</row>`,
    )
    .join('');
  const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>${body}`;
  return zip(name, {
    '[Content_Types].xml': xml('<Types/>'),
    'xl/workbook.xml': xml('<workbook/>'),
    'xl/worksheets/sheet1.xml': xml(
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Documentation</t></is></c></row></sheetData></worksheet>',
    ),
    'xl/worksheets/sheet2.xml': xml(
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Un titre</t></is></c></row>${sheet}</sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': xml(
      `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
  });
}

describe('the same table in another form', () => {
  it('is read from gzip', async () => {
    expect((await importer.run('bpe', await file('bpe.csv.gz', gzipSync(bpe)))).counts).toEqual(SAME);
  });

  it('is found by its columns among the files of an archive', async () => {
    const archive = await zip('BPE25.zip', {
      'dossier/': '',
      'dossier/varmod.csv': `COD_VAR;LIB_VAR;COD_MOD;LIB_MOD\n${'AN;Millésime;2025;2025\n'.repeat(4000)}`,
      'dossier/BPE25.csv': bpe,
      '__MACOSX/dossier/._BPE25.csv': 'nothing',
    });
    expect((await importer.run('bpe', archive)).counts).toEqual(SAME);
  });

  it.each(['SNAPPY', 'UNCOMPRESSED'] as const)('is read from Parquet (%s), group by group', async (codec) => {
    const content = parquet(table(bpe.toString()), ['LONGITUDE', 'LATITUDE'], codec);
    const outcome = await importer.run('bpe', await file(`bpe-${codec}.parquet`, content));
    expect(outcome).toMatchObject({
      counts: SAME,
      vintage: 'BPE 2025',
      layout: 'the BPE facility by facility',
    });
    const within = await zip('bpe-parquet.zip', { 'bpe.parquet': Buffer.from(content) });
    expect((await importer.run('bpe', within)).counts).toEqual(SAME);
  });

  it('is read from Parquet with the point of a school in a binary column', async () => {
    const [header = [], ...rows] = table(
      (await readFile(fixture('annuaire-education.csv'), 'utf8')).slice(1),
    );
    const at = (name: string) => header.indexOf(name);
    const point = (row: string[]) => {
      const bytes = Buffer.alloc(21);
      bytes.writeUInt8(1, 0);
      bytes.writeUInt32LE(1, 1);
      bytes.writeDoubleLE(Number(row[at('longitude')]), 5);
      bytes.writeDoubleLE(Number(row[at('latitude')]), 13);
      return new Uint8Array(bytes);
    };
    const kept = header.filter((name) => name !== 'longitude' && name !== 'latitude');
    const content = parquetWriteBuffer({
      columnData: [
        ...kept.map((name) => ({
          name,
          data: rows.map((row) => row[at(name)] ?? ''),
          type: 'STRING' as const,
        })),
        { name: 'geometry', data: rows.map(point), type: 'BYTE_ARRAY' as const },
      ],
    });
    const path = await file('annuaire.parquet', new Uint8Array(content));
    expect((await importer.run('education', path)).counts).toMatchObject({
      imported: 4,
      rejected: 2,
      outside: 1,
    });
    expect(
      await importer.rows("select longitude, latitude from facility where name = 'Collège du Haut Pays'"),
    ).toEqual([{ longitude: 1.8357, latitude: 42.7246 }]);
  });

  it('is read from the sheet of a workbook that has its columns, with the zeros that numbers lost', async () => {
    const rows = [
      ['Code région', 'Code département', 'Code commune', 'Nom de la commune', 'Population municipale'],
      [76, '09', 122, 'Foix', 9701],
      [76, '09', '032', 'Ax-les-Thermes & <environs>', '1 286'],
      [76, 31, 555, 'Toulouse', 514819],
      [76, 9, 139, "L'Hospitalet", 8.5e1],
    ];
    const outcome = await importer.run('populations', await workbook('ensemble.xlsx', rows));
    expect(outcome.counts).toEqual({ read: 4, imported: 2, unchanged: 1, rejected: 0, outside: 1 });
    expect(
      await importer.rows(
        "select code, population from commune_reference where code in ('09122', '09032', '09139') order by code",
      ),
    ).toEqual([
      { code: '09032', population: 1286 },
      { code: '09122', population: 9701 },
      { code: '09139', population: 85 },
    ]);
  });
});

describe('a file that cannot be opened', () => {
  // A header, and nothing but separators, which shrink to a thousandth.
  const bomb = () =>
    Buffer.concat([bpe.subarray(0, bpe.indexOf('\n') + 1), Buffer.alloc(72 << 20, `${';'.repeat(2000)}\n`)]);

  it('because it unpacks to a bomb is refused by that name', async () => {
    await expect(importer.run('bpe', await file('bomb.csv.gz', gzipSync(bomb())))).rejects.toThrow(
      'as bombs do',
    );
    const archive = await zip('bomb.zip', { 'bpe.csv': bomb() });
    await expect(importer.run('bpe', archive)).rejects.toThrow('as bombs do');
  });

  it('because it is an archive within an archive is refused', async () => {
    const inner = await zip('inner.zip', { 'bpe.csv': bpe });
    const nested = [
      await zip('nested.zip', { 'inner.zip': await readFile(inner) }),
      await zip('nested-gzip.zip', { 'bpe.csv.gz': gzipSync(bpe) }),
      await file('nested.gz', gzipSync(await readFile(inner))),
    ];
    for (const path of nested)
      await expect(importer.run('bpe', path)).rejects.toThrow('an archive within an archive');
  });

  it('because none of its files fits is refused, and says what the largest is', async () => {
    const archive = await zip('other.zip', {
      'lisez-moi.txt': 'Bonjour.\n',
      'arcep.csv': await readFile(fixture('arcep-speeds.csv')),
    });
    await expect(importer.run('bpe', archive)).rejects.toThrow(
      /none of the 2 files of this archive fits; of the largest: .*import it as arcep/,
    );
    await expect(importer.run('bpe', await zip('empty.zip', {}))).rejects.toThrow('this archive is empty');
  });

  it('because it was cut is refused, and nothing changes', async () => {
    const before = await importer.rows('select * from facility order by id');
    const cut = async (name: string, content: Uint8Array) =>
      file(name, content.slice(0, Math.floor(content.length * 0.7)));
    const packed = await readFile(await zip('whole.zip', { 'bpe.csv': bpe }));
    await expect(importer.run('bpe', await cut('cut.csv.gz', gzipSync(bpe)))).rejects.toThrow(
      'this gzip archive is broken or was cut',
    );
    await expect(importer.run('bpe', await cut('cut.zip', packed))).rejects.toThrow(
      'this archive is broken or was cut',
    );
    const columns = parquet(table(bpe.toString()));
    await expect(importer.run('bpe', await cut('cut.parquet', columns))).rejects.toThrow(
      'this Parquet file has no end',
    );
    const broken = columns.slice();
    broken.fill(0xff, 4, 4000);
    await expect(importer.run('bpe', await file('broken.parquet', broken))).rejects.toThrow(
      'this Parquet file cannot be read',
    );
    const contours = await readFile(fixture('communes.geojson'));
    await expect(importer.run('contours', await cut('cut.geojson', contours))).rejects.toThrow(
      'in the middle of its features',
    );
    expect(await importer.rows('select * from facility order by id')).toEqual(before);
  });

  it('because it is larger than any official one is refused before it is read', async () => {
    const path = await file('huge.csv', bpe);
    await truncate(path, 10 * 2 ** 30);
    await expect(importer.run('bpe', path)).rejects.toThrow('it is larger than 4096 MiB');
    await truncate(path, 0);
  });
});
