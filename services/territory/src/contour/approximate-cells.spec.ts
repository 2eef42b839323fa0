import { expect, it } from 'vitest';
import { drawCells } from './approximate-cells.js';

const communes = [
  { code: 'west', longitude: 1.5, latitude: 42.9 },
  { code: 'east', longitude: 1.6, latitude: 42.9 },
  { code: 'outside', longitude: 1.55, latitude: 42.95 },
];

it('draws the wanted communes alone, each around its own centre', () => {
  const cells = drawCells(communes, new Set(['west', 'east']));
  expect([...cells.keys()]).toEqual(['west', 'east']);
  const longitudes = cells.get('west')?.coordinates[0]?.map(([longitude]) => longitude as number) ?? [];
  expect(Math.min(...longitudes)).toBeLessThan(1.5);
  // Half-way to its neighbour and no further.
  expect(Math.max(...longitudes)).toBeCloseTo(1.55, 3);
});

it('ends a cell without neighbour at a few kilometres, not at the horizon', () => {
  const cells = drawCells(communes, new Set(['west']));
  const longitudes = cells.get('west')?.coordinates[0]?.map(([longitude]) => longitude as number) ?? [];
  expect(Math.min(...longitudes)).toBeGreaterThan(1.4);
});

it('closes its rings', () => {
  const ring = drawCells(communes, new Set(['east'])).get('east')?.coordinates[0] ?? [];
  expect(ring.at(0)).toEqual(ring.at(-1));
});
