import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readList } from './read-list.js';

const text = (value: string) => ({ value, type: String });

describe('a list of people', () => {
  it.each([
    ['Windows-1252 with semicolons', Buffer.from('Nom;Ville\nCéramique Élan;Foix\n', 'latin1')],
    ['UTF-8 with a mark and commas', Buffer.from('\ufeffNom,Ville\nCéramique Élan,Foix\n')],
    ['tabs', Buffer.from('Nom\tVille\nCéramique Élan\tFoix\n')],
  ])('is read in %s', async (_, bytes) => {
    expect(await readList(bytes)).toEqual({ headers: ['Nom', 'Ville'], rows: [['Céramique Élan', 'Foix']] });
  });

  it('is read from an Excel workbook, long numbers included', async () => {
    const workbook = await writeExcelFile([
      [text('Nom'), text('SIRET')],
      [text('Céramique Élan'), { value: 73282932000074, type: Number }],
    ]).toBuffer();
    expect((await readList(workbook)).rows).toEqual([['Céramique Élan', '73282932000074']]);
  });

  it('tells its columns apart, named or not', async () => {
    expect((await readList(Buffer.from('Nom;;Nom\na;b;c\n'))).headers).toEqual([
      'Nom',
      'Colonne 2',
      'Nom (3)',
    ]);
  });

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'KIND'],
    ['a PDF', Buffer.from('%PDF-1.7 x'), 'KIND'],
    ['a web page', Buffer.from('<!doctype html><p>Nom</p>'), 'KIND'],
    ['a broken workbook', Buffer.from('PK\x03\x04 and then nothing', 'latin1'), 'BROKEN'],
    ['a header alone', Buffer.from('Nom;Courriel\n'), 'EMPTY'],
    ['nothing', Buffer.from(''), 'EMPTY'],
    ['too many rows', Buffer.from(`Nom\n${'x\n'.repeat(5001)}`), 'ROWS'],
    ['too many columns', Buffer.from(`${'a;'.repeat(80)}\n${'b;'.repeat(80)}\n`), 'COLUMNS'],
  ])('is refused when it is %s', async (_, bytes, problem) => {
    await expect(readList(bytes)).rejects.toMatchObject({ problem });
  });
});
