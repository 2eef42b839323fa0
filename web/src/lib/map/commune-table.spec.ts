import { describe, expect, it } from 'vitest';
import { packCommunes, unpackCommunes } from './commune-table.ts';
import { isWithin, kilometresTo } from './reach.ts';
import { typeCodes } from './services.ts';

const answered = (code: string, distances: Record<string, number>) => ({
  code,
  name: `Commune ${code}`,
  slug: 'commune',
  population: 120,
  postalCodes: ['09000', '09100'],
  centre: { longitude: 1.6, latitude: 42.9 },
  intercommunality: { siren: '200066363' },
  broadbandClass: 'FROM_100' as const,
  soloCount: 2,
  fibreShare: 0.5,
  completeness: 0.9,
  premisesKinds: ['OFFICE' as const, 'LAND' as const],
  distances: typeCodes.map((type) => distances[type] ?? null),
});

/** Crèches are listed but for gaps; of every other type all is known. */
const listings = (gaps: (number | null)[] | null = null) =>
  typeCodes.map((code) =>
    code === 'D502' && gaps
      ? { type: { code }, extent: 'SOMEWHERE' as const, gaps }
      : { type: { code }, extent: 'EVERYWHERE' as const, gaps: null },
  );

describe('the table of communes', () => {
  it('gives back what it was made of', () => {
    const [commune] = unpackCommunes(packCommunes([answered('09122', { D502: 4.2 })], listings()));
    expect(commune).toMatchObject({
      code: '09122',
      postalCodes: ['09000', '09100'],
      intercommunality: { siren: '200066363' },
      broadbandClass: 'FROM_100',
      premises: ['OFFICE', 'LAND'],
      completeness: 0.9,
    });
    expect(kilometresTo(commune!, 'creche')).toBe(4.2);
  });

  it('takes the nearest of the types that one word stands for', () => {
    const [commune] = unpackCommunes(packCommunes([answered('09122', { C107: 9, C109: 3.5 })], listings()));
    expect(kilometresTo(commune!, 'ecole')).toBe(3.5);
    expect(isWithin(commune!, 'ecole', 3)).toBe('no');
    expect(isWithin(commune!, 'lycee', 20)).toBe('no');
  });

  it('keeps where lists have gaps: none known beyond them is not none', () => {
    const [one, other] = unpackCommunes(
      packCommunes([answered('09122', { D502: 20 }), answered('09030', { D502: 20 })], listings([6, 25])),
    );
    expect(isWithin(one!, 'creche', 5)).toBe('no');
    expect(isWithin(one!, 'creche', 10)).toBe('unknown');
    expect(isWithin(one!, 'creche', 20)).toBe('yes');
    expect(isWithin(other!, 'creche', 10)).toBe('no');
  });

  it('without an answer knows nothing', () => {
    const [commune] = unpackCommunes(packCommunes([{ ...answered('09122', {}), distances: null }], []));
    expect(isWithin(commune!, 'ecole', 10)).toBe('unknown');
  });
});
