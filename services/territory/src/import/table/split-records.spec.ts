import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { splitRecords } from './split-records.js';

const WANTED = [0, 1, 2];
const valuesOf = (text: string, blocks: readonly number[]) => {
  const found: string[][] = [];
  let rest = '';
  let line = 1;
  let from = 0;
  for (const to of [...blocks, text.length]) {
    const split = splitRecords(rest + text.slice(from, to), ';', WANTED, 3, line, to === text.length);
    found.push(...split.records.map(({ values }) => values));
    ({ rest } = split);
    line = split.nextLine;
    from = to;
  }
  return found;
};

describe('splitRecords', () => {
  it('finds what a CSV parser finds, wherever the blocks end', () => {
    const fields = [
      '',
      'simple',
      '"quoted"',
      '""',
      '"with ; inside"',
      '"two ""quotes"""',
      '"on\ntwo lines"',
      'é',
    ];
    const records = fields.flatMap((a) => fields.flatMap((b) => fields.map((c) => `${a};${b};${c}`)));
    const text = `${records.join('\n')}\n`;
    const expected = Papa.parse<string[]>(text.trimEnd(), { delimiter: ';', newline: '\n' }).data;
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    for (const step of [1, 7, 100, ends.length]) {
      expect(
        valuesOf(
          text,
          ends.filter((_, index) => index % step === 0),
        ),
      ).toEqual(expected);
    }
  });

  it('counts the lines that a record takes', () => {
    const { records } = splitRecords('a;"b\nb\nb";c\nd;e;f\n', ';', WANTED, 3, 2, true);
    expect(records.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('tells how wide a record is, and skips empty lines', () => {
    const { records } = splitRecords('a;b\n\na;b;c;d\n', ';', WANTED, 3, 1, true);
    expect(records).toEqual([
      { line: 1, width: 2, values: ['a', 'b', ''] },
      { line: 3, width: 4, values: ['a', 'b', 'c'] },
    ]);
  });

  it('marks a quote that is never closed', () => {
    const { records } = splitRecords('a;b;c\nd;"e;f\n', ';', WANTED, 3, 1, true);
    expect(records.map(({ width }) => width)).toEqual([3, -1]);
  });
});
