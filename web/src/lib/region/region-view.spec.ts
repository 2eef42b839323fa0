import { describe, expect, it } from 'vitest';
import { cellOf, type FigureName, figureNames } from './region-figure.ts';
import type { RegionRow } from './region-page.server.ts';
import { parseRegionView, rowsShown, yearOf } from './region-view.ts';

const row = (name: string, installes: number | null): RegionRow => ({
  id: name,
  slug: name,
  name,
  population: name.length * 1000,
  communeCount: 1,
  cells: {
    ...(Object.fromEntries(figureNames.map((figure) => [figure, cellOf(0)])) as RegionRow['cells']),
    ['installes' satisfies FigureName]: { value: installes, suppressed: installes === null },
  },
});
const rows = [row('Couserans', null), row('Élan', 6), row('Ax', 12)];
const names = (search: string) =>
  rowsShown(rows, parseRegionView(new URLSearchParams(search))).map(({ name }) => name);

describe('the table of a region', () => {
  it('is by name, as people say names', () => {
    expect(names('')).toEqual(['Ax', 'Couserans', 'Élan']);
    expect(names('tri=-nom')).toEqual(['Élan', 'Couserans', 'Ax']);
  });

  it('is sorted by a figure either way, with what is kept back last', () => {
    expect(names('tri=installes')).toEqual(['Élan', 'Ax', 'Couserans']);
    expect(names('tri=-installes')).toEqual(['Ax', 'Élan', 'Couserans']);
  });

  it('is searched without accents', () => {
    expect(names('q=ELAN')).toEqual(['Élan']);
    expect(names('q=rien')).toEqual([]);
  });

  it('takes years that are over, and today otherwise', () => {
    const year = (search: string) => yearOf(parseRegionView(new URLSearchParams(search)), 2026);
    expect(year('annee=2024')).toBe(2024);
    for (const other of ['', 'annee=2026', 'annee=2080', 'annee=1999', 'annee=x'])
      expect(year(other)).toBeNull();
  });
});
