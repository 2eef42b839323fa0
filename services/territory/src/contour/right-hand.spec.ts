import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { rightHanded, signedArea } from './right-hand.js';

const square = [
  [1, 42],
  [1, 43],
  [2, 43],
  [2, 42],
  [1, 42],
];
const hole = [
  [1.2, 42.2],
  [1.3, 42.2],
  [1.3, 42.3],
  [1.2, 42.2],
];

describe('a contour for RFC 7946', () => {
  it('turns counterclockwise outside and clockwise around holes, whichever way it came', () => {
    for (const rings of [
      [square, hole],
      [[...square].reverse(), [...hole].reverse()],
    ]) {
      const [outer, inner] = (rightHanded({ type: 'Polygon', coordinates: rings }) as Polygon).coordinates;
      expect(signedArea(outer!)).toBeCloseTo(1);
      expect(signedArea(inner!)).toBeCloseTo(-0.005);
    }
  });

  it('keeps six decimals, two dimensions and the first point as the last', () => {
    const long = [
      [1.123456789, 42, 900],
      [2, 42, 900],
      [2, 43, 900],
      [1.123456789, 42, 900],
    ];
    const { coordinates } = rightHanded({ type: 'MultiPolygon', coordinates: [[long]] });
    expect(coordinates[0]![0]).toEqual([
      [1.123457, 42],
      [2, 42],
      [2, 43],
      [1.123457, 42],
    ]);
  });
});
