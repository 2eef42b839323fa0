import { expect, it } from 'vitest';
import { type FacilityFeature, gather } from './facility-cells.ts';

const school = (id: string, longitude: number): FacilityFeature => ({
  longitude,
  latitude: 42.96,
  type: 'C108',
  family: 'SCHOOL',
  count: 1,
  id,
  name: `École ${id}`,
});
const nurses: FacilityFeature = {
  longitude: 1.605,
  latitude: 42.96,
  type: 'D281',
  family: 'HEALTH',
  count: 4,
};

it('makes one mark of what would cover each other, and tells its families, the most first', () => {
  const [cell, ...others] = gather([school('a', 1.605), nurses, school('b', 1.6051)], 9);
  expect(others).toEqual([]);
  expect(cell).toMatchObject({
    count: 6,
    families: [
      { family: 'HEALTH', count: 4 },
      { family: 'SCHOOL', count: 2 },
    ],
  });
  expect(cell?.types.get('C108')).toBe(2);
  expect(cell?.members.map(({ name }) => name)).toEqual(['École a', 'École b']);
});

it('parts them as one comes nearer', () => {
  const two = [school('a', 1.6), school('b', 1.61)];
  expect(gather(two, 8)).toHaveLength(1);
  expect(gather(two, 14)).toHaveLength(2);
});

it('counts once what two tiles hold', () => {
  expect(gather([school('a', 1.6), school('a', 1.6), nurses, nurses], 14).map(({ count }) => count)).toEqual([
    1, 4,
  ]);
});
