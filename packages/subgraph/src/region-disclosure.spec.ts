import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack, everyList, known, type Possibility, type Publish } from './region-attacker.fixture.js';
import { type BoundedFigure, publishedSum, publishedTotal, publishYears } from './region-disclosure.js';
import { suppress, suppressAround } from './suppression.js';

const YEARS = 3;
/** Of the figures drawn; whoever attacks reckons with larger ones too. */
const HIGHEST = 9;
const POSSIBLE = HIGHEST + 5;
const HIGHEST_SOLOS = 7;
const POSSIBLE_SOLOS = HIGHEST_SOLOS + 5;
const differences = (values: readonly number[]) =>
  values.slice(1).map((value, index) => value - (values[index] as number));
const saidOf = (cells: readonly BoundedFigure[]) => JSON.stringify(cells.map(({ value }) => value));

/** A figure that only grows, as settled households do, and one that also shrinks, as those who plan to. */
const series = everyList(YEARS, POSSIBLE).map((values): Possibility => {
  const published = publishYears(values);
  return { values, derived: [...values, ...differences(values)], published, told: saidOf(published.cells) };
});
const growing = series.filter(({ values }) => differences(values).every((change) => change >= 0));

/** Solos known to a territory, of whom those published are there for all to count. */
const possibleSolos = growing.filter(({ values }) => (values.at(-1) as number) <= POSSIBLE_SOLOS);
const nested = possibleSolos.flatMap(({ values: published, published: part }) =>
  possibleSolos
    .filter(({ values }) => values.every((value, year) => value >= (published[year] as number)))
    .map(({ values }): Possibility => {
      const whole = publishYears(values, part);
      const left = values.map((value, year) => value - (published[year] as number));
      return {
        values,
        derived: [...values, ...differences(values), ...left],
        published: whole,
        told: `${saidOf(whole.cells)} ${saidOf(part.cells)} ${published.at(-1)}`,
      };
    }),
);

/** The totals as the region gives them: of the latest moment, and of the years before. */
const asPublished: Publish = (territories) => {
  const years = territories[0]?.values.length ?? 0;
  return Array.from({ length: years }, (_, year) => {
    const cells = territories.map(({ published }) => published.cells[year] as BoundedFigure);
    if (year < years - 1) return publishedSum(cells);
    return publishedTotal(
      cells,
      territories.map(({ values }) => values[year] as number),
    );
  });
};

/** As they would be if the total were given whatever it tells. */
const always: Publish = (territories) => {
  const value = territories.reduce((sum, { values }) => sum + (values.at(-1) as number), 0);
  return [{ value, suppressed: false, atLeast: value, atMost: value }];
};

const someOf = (possibilities: readonly Possibility[], highest = HIGHEST) => {
  const drawn = possibilities.filter(({ values }) => Math.max(...values) <= highest);
  return fc.array(fc.constantFrom(...drawn), { minLength: 1, maxLength: 4 });
};

describe('who has every public answer and knows the rules', () => {
  it.each([
    ['a figure that grows', growing, HIGHEST],
    ['a figure that also shrinks', series, HIGHEST],
    ['a figure beside one that it includes', nested, HIGHEST_SOLOS],
  ])('cannot tell any figure, difference or rest of 1 to 4: %s', (_, possibilities, highest) => {
    fc.assert(
      fc.property(someOf(possibilities, highest), (territories) => {
        expect(known(territories, attack(possibilities, territories, asPublished))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('could, if the total were always exact', () => {
    const territories = [
      [0, 0, 2],
      [0, 0, 6],
      [0, 0, 8],
    ].map((values) => growing.find((one) => String(one.values) === String(values)) as Possibility);
    expect(known(territories, attack(growing, territories, always))).toContain('territory 0, figure 2: 2');
    expect(known(territories, attack(growing, territories, asPublished))).toEqual([]);
  });

  it('could, if each year were looked at alone', () => {
    const yearAlone = growing.map((one) => ({ ...one, told: JSON.stringify(one.values.map(suppress)) }));
    const one = yearAlone.find(({ values }) => String(values) === '0,5,7') as Possibility;
    expect(
      known(
        [one],
        attack(yearAlone, [one], () => []),
      ),
    ).toContain('territory 0, figure 4: 2');
  });

  it('learns no more of today from a region than from the pages of its territories', () => {
    fc.assert(
      fc.property(fc.constantFrom(...growing), ({ values, published }) => {
        expect(published.cells.at(-1)).toMatchObject(suppress(values.at(-1) as number));
      }),
    );
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (part, more) => {
        const [cell] = publishYears([part + more], publishYears([part])).cells;
        expect(cell).toMatchObject(suppressAround(part + more, [part]));
      }),
    );
  });
});

describe('a total', () => {
  const totalOf = (values: number[]) =>
    publishedTotal(
      values.map((value) => publishYears([value]).cells[0] as BoundedFigure),
      values,
    );

  it('is exact where it leaves several values to whoever is few', () => {
    expect(totalOf([6, 8, 0])).toEqual({ value: 14, suppressed: false, atLeast: 14, atMost: 14 });
    expect(totalOf([3, 3])).toMatchObject({ value: 6 });
    expect(totalOf([2, 3, 1, 40])).toMatchObject({ value: 46 });
  });

  it.each([
    ['one is few', [2, 6, 8], 15, 18],
    ['each of several is one', [1, 1, 1, 1, 1, 8], 13, 28],
    ['each of several is four', [4, 4], 2, 8],
    ['they are few together', [1, 2, 10], 12, 18],
  ])('is between two numbers where %s', (_, values, atLeast, atMost) => {
    expect(totalOf(values)).toEqual({ value: null, suppressed: true, atLeast, atMost });
  });

  it.each([
    ['alone', series],
    ['beside one that it includes', nested],
  ])('is always between the two, %s', (_, possibilities) => {
    fc.assert(
      fc.property(someOf(possibilities, POSSIBLE), (territories) => {
        for (const [year, { atLeast, atMost }] of asPublished(territories).entries()) {
          const exact = territories.reduce((sum, { values }) => sum + (values[year] as number), 0);
          expect(exact).toBeGreaterThanOrEqual(atLeast);
          expect(exact).toBeLessThanOrEqual(atMost);
        }
      }),
    );
  });
});
