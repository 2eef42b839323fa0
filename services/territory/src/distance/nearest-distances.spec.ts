import { describe, expect, it } from 'vitest';
import { NONE, nearestDistances, type Origin } from './nearest-distances.js';

const at = (longitude: number | null, latitude: number | null, present = false): Origin => ({
  longitude,
  latitude,
  present,
});
const foix = [1.6053, 42.9639] as const;
const ax = [1.8386, 42.7197] as const;

describe('the distance to the nearest service', () => {
  it('is a great circle in tenths of a kilometre, to the nearest of several', () => {
    // Tarascon-sur-Ariège lies 13 km south of Foix and 24 km from Ax.
    expect([...nearestDistances([at(1.6, 42.8458)], [ax, foix])]).toEqual([131]);
  });

  it('is nothing where the service is, wherever its address is', () => {
    expect([...nearestDistances([at(...ax, true)], [foix])]).toEqual([0]);
    expect([...nearestDistances([at(null, null, true)], [])]).toEqual([0]);
  });

  it('is not known without a centre, or without any service', () => {
    expect([...nearestDistances([at(null, null)], [foix])]).toEqual([NONE]);
    expect([...nearestDistances([at(...ax)], [])]).toEqual([NONE]);
  });

  it('is that of every pair compared one by one', () => {
    const points = Array.from({ length: 60 }, (_, i) => [(i * 37) % 5, 42 + ((i * 17) % 30) / 10] as const);
    const origins = Array.from({ length: 40 }, (_, i) => at((i * 13) % 5, 42 + ((i * 29) % 31) / 10));
    const each = origins.map((origin) =>
      Math.min(...points.map((point) => nearestDistances([origin], [point])[0] as number)),
    );
    expect([...nearestDistances(origins, points)]).toEqual(each);
  });
});
