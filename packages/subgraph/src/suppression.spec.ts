import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressAround, suppressBreakdown } from './suppression.js';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const isSmall = (value: number) => value > 0 && value < 5;
const shown = (values: number[], apart?: number) =>
  suppressBreakdown(values, apart).map(({ value }) => value);

/** Every list of so many numbers up to a largest one. */
function* lists(length: number, largest: number): Generator<number[]> {
  if (length === 0) yield [];
  else
    for (const rest of lists(length - 1, largest))
      for (let value = 0; value <= largest; value++) yield [...rest, value];
}

/**
 * Somebody who knows the rule, sees an answer with its total, and tries every table that would have given it. Gives the
 * tables of which they then know a small cell, or what stands apart.
 */
function givenAway(
  length: number,
  largest: number,
  aparts: readonly number[],
  rule: (values: number[], apart: number) => (number | null)[] = shown,
): string[] {
  const answers = new Map<string, number[][]>();
  for (const values of lists(length, largest))
    for (const apart of aparts) {
      const sum = total(values) + apart;
      if (isSmall(sum)) continue;
      const answer = `${rule(values, apart).join()} of ${sum}`;
      answers.set(answer, [...(answers.get(answer) ?? []), [...values, apart]]);
    }
  return [...answers].flatMap(([answer, tables]) => {
    const [first = []] = tables;
    const published = answer.split(' ')[0]!.split(',');
    const hidden = first.filter((_, index) => !published[index]);
    // Tables with numbers beyond the largest one tried would have answered alike.
    if (total(hidden) >= largest) return [];
    const known = first.some(
      (value, index) =>
        isSmall(value) && !published[index] && tables.every((table) => table[index] === value),
    );
    return known ? [`${first.join()} by ${answer}`] : [];
  });
}

describe('a breakdown beside its total', () => {
  it('shows everything where nothing is small', () => {
    expect(shown([8, 0, 6], 5)).toEqual([8, 0, 6]);
    expect(shown([])).toEqual([]);
  });

  it('hides with the small cells the empty ones and the first larger one, and others where that one is not enough', () => {
    expect(shown([8, 2, 6, 9])).toEqual([null, null, 6, 9]);
    expect(shown([9, 0, 2, 7])).toEqual([null, null, null, 7]);
    expect(shown([5, 1, 5, 9, 30])).toEqual([null, null, null, null, 30]);
    expect(shown([5, 4, 4, 7])).toEqual([null, null, null, 7]);
    expect(shown([6, 9], 3)).toEqual([null, 9]);
  });

  it.each([
    [2, 30, [0]],
    [3, 20, [0]],
    [4, 13, [0]],
    [2, 20, [0, 1, 2, 3, 4, 5, 6, 7]],
  ])('of %i cells tells no small one to somebody who knows the rule', (length, largest, aparts) => {
    expect(givenAway(length, largest, aparts)).toEqual([]);
  });

  it('would tell some to them, were the small ones hidden alone or with the smallest of the others', () => {
    const alone = (values: number[]) => values.map((value) => (isSmall(value) ? null : value));
    const smallest = (values: number[]) => {
      const least = Math.min(...values.filter((value) => value >= 5));
      const hides = values.some(isSmall) && total(values.filter((value) => value < 5)) < 5;
      return values.map((value) => (value < 5 || (hides && value === least) ? null : value));
    };
    expect(givenAway(3, 20, [0], alone)).not.toEqual([]);
    expect(givenAway(3, 20, [0], smallest)).not.toEqual([]);
  });

  it('lets no sum of what shows, nor what is left of the total, count 1 to 4', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 7 }), fc.nat(9), (values, apart) => {
        const all = total(values) + apart;
        fc.pre(!isSmall(all));
        const cells = shown(values, apart).filter((value) => value !== null);
        for (let set = 0; set < 2 ** cells.length; set++) {
          const sum = total(cells.filter((_, index) => (set >> index) % 2 === 1));
          expect(isSmall(sum)).toBe(false);
          expect(isSmall(all - sum)).toBe(false);
        }
      }),
    );
  });
});

it('a figure is kept back where what it has beside another one is few', () => {
  expect(suppressAround(42, [40])).toEqual({ value: null, suppressed: true });
  expect(suppressAround(78, [40])).toEqual({ value: 78, suppressed: false });
  expect(suppressAround(40, [40])).toEqual({ value: 40, suppressed: false });
  expect(suppressAround(3, [0])).toEqual({ value: null, suppressed: true });
});
