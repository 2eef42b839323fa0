import { describe, expect, it } from 'vitest';
import { crowFlies, nearestCommunes } from './neighbours.ts';

const commune = (name: string, longitude: number, latitude: number) => ({
  code: name,
  name,
  slug: name,
  centre: { longitude, latitude },
});
const foix = commune('Foix', 1.6075, 42.9652);
const tarascon = commune('Tarascon', 1.6036, 42.8468);
const ax = commune('Ax', 1.838, 42.7197);

describe('neighbours', () => {
  it('are measured as the crow flies', () => {
    expect(crowFlies(foix.centre, tarascon.centre)).toBeCloseTo(13.2, 1);
  });

  it('come nearest first, without the commune itself', () => {
    expect(nearestCommunes(foix, [ax, foix, tarascon]).map(({ name }) => name)).toEqual(['Tarascon', 'Ax']);
  });

  it('are none where the centre is not known', () => {
    expect(nearestCommunes({ ...foix, centre: null }, [ax])).toEqual([]);
  });
});
