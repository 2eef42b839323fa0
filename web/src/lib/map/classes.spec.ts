import { describe, expect, it } from 'vitest';
import { classesOf, roundBreaks } from './classes.ts';
import { communeWith } from './commune.fixture.ts';

describe('the steps of a choropleth', () => {
  it('part at numbers one can say', () => {
    expect(roundBreaks([12, 37, 58, 81, 104, 149, 213, 388, 912, 9500])).toEqual([60, 100, 200, 900]);
  });

  it('are fewer where values repeat', () => {
    expect(roundBreaks([10, 10, 10, 10, 10])).toEqual([10]);
    expect(roundBreaks([])).toEqual([]);
  });
});

describe('the classes of a figure', () => {
  it('colour what is near deeper than what is far, and leave out what is not known', () => {
    const communes = [0, 3, 8, 15, 40].map((creche) => communeWith(`${creche}`, { services: { creche } }));
    const { stepOf } = classesOf('distance-creche', communes);
    expect(communes.map(stepOf)).toEqual([4, 3, 2, 1, 0]);
    expect(stepOf(communeWith('Ailleurs'))).toBeNull();
  });

  it('count each service once, and nothing where nobody looked', () => {
    const { figureOf } = classesOf('services', []);
    expect(
      figureOf(communeWith('Foix', { services: { ecole: 0, maternelle: 0, medecin: 0, gare: 4 } })),
    ).toBe(2);
    expect(figureOf({ ...communeWith('Orlu'), gaps: communeWith('Orlu').gaps.map(() => 0) })).toBeNull();
  });
});
