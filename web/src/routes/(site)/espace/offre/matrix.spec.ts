import { describe, expect, it } from 'vitest';
import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { eighths, type MatrixCommune, matrixCommunes, matrixShape, rowOf } from './matrix.ts';

type Counts = Partial<MatrixCommune['qualification']['families'][number]>;
const commune = (
  name: string,
  {
    completeness = 0.5,
    population = 100,
    siren = '200067791',
    ...counts
  }: Counts & {
    completeness?: number;
    population?: number | null;
    siren?: string;
  } = {},
): MatrixCommune => ({
  code: name === 'Foix' ? '09122' : `09${String(name.length).padStart(3, '0')}`,
  name,
  slug: name.toLowerCase(),
  population,
  intercommunality: { siren },
  qualification: {
    completeness,
    verifiedShare: 0,
    families: [
      {
        family: 'HEALTH' as FacilityFamily,
        types: 7,
        present: 1,
        absent: 4,
        unknown: 2,
        verified: 0,
        expired: 0,
        conflicts: 0,
        ...counts,
      },
    ],
  },
});
const shown = (communes: MatrixCommune[], address: string) =>
  matrixCommunes(communes, parseList(matrixShape, new URLSearchParams(address))).map(({ name }) => name);

describe('a cell', () => {
  it('counts what is known, present or absent, and fills its glass with it', () => {
    const health = rowOf(commune('Foix', { verified: 2 })).cells.find(({ family }) => family === 'HEALTH');
    expect(health).toMatchObject({ known: 5, types: 7, knownEighths: 6, verifiedEighths: 2 });
  });

  it('is empty for a family of which nothing is said', () => {
    expect(rowOf(commune('Foix')).cells).toHaveLength(8);
    expect(rowOf(commune('Foix')).cells[0]).toMatchObject({ types: 0, knownEighths: 0 });
  });

  it('never shows a little as nothing, nor almost all as all', () => {
    expect([eighths(0, 39), eighths(1, 39), eighths(38, 39), eighths(39, 39)]).toEqual([0, 1, 7, 8]);
  });
});

describe('the matrix', () => {
  const all = [
    commune('Foix', { completeness: 0.9, population: 9493 }),
    commune('Ax-les-Thermes', { completeness: 0.2, population: 1200, siren: '200066363' }),
    commune('L’Hospitalet', { completeness: 0.2, population: 90, siren: '200066363', conflicts: 2 }),
    commune('Éloise', { completeness: 0.4, population: null }),
  ];

  it('is sorted by name as French sorts', () => {
    expect(shown(all, '')).toEqual(['Ax-les-Thermes', 'Éloise', 'Foix', 'L’Hospitalet']);
  });

  it('puts the weakest first, and the disputed before its equals', () => {
    expect(shown(all, 'tri=faiblesse')).toEqual(['L’Hospitalet', 'Ax-les-Thermes', 'Éloise', 'Foix']);
  });

  it('sorts by population, the unknown last', () => {
    expect(shown(all, 'tri=population')).toEqual(['Foix', 'Ax-les-Thermes', 'L’Hospitalet', 'Éloise']);
  });

  it('is narrowed by a word, a body, a weakness', () => {
    expect(shown(all, 'q=eloi')).toEqual(['Éloise']);
    expect(shown(all, 'q=ax les')).toEqual(['Ax-les-Thermes']);
    expect(shown(all, 'q=09122')).toEqual(['Foix']);
    expect(shown(all, 'epci=200066363&montre=conflits')).toEqual(['L’Hospitalet']);
  });
});
