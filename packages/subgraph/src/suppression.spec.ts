import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressAround, suppressBreakdown } from './suppression.js';

/** The values that a cell can have for somebody who knows the others' answers and the total. */
function intervalOf(values: readonly number[], cells: readonly { value: number | null }[], index: number) {
  const total = values.reduce((sum, value) => sum + value, 0);
  const rest = cells.reduce((left, { value }) => left - (value ?? 0), total);
  const hidden = cells.filter(({ value }) => value === null).length;
  if (cells[index]?.value !== null) return [values[index], values[index]];
  return [hidden === 1 ? rest : 1, rest - (hidden - 1)];
}

describe('a breakdown beside its total', () => {
  it('hides the next one in order where the total would give the first away', () => {
    expect(suppressBreakdown([8, 2, 6, 9]).map(({ value }) => value)).toEqual([8, null, null, 9]);
    expect(suppressBreakdown([8, 0, 2]).map(({ value }) => value)).toEqual([null, 0, null]);
    expect(suppressBreakdown([1, 1, 7]).map(({ value }) => value)).toEqual([null, null, null]);
    expect(suppressBreakdown([2, 3, 7]).map(({ value }) => value)).toEqual([null, null, 7]);
  });

  it('lets no small cell be computed where another one counts enough', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }), (values) => {
        fc.pre(values.some((value) => value >= 5));
        const cells = suppressBreakdown(values);
        for (const [index, value] of values.entries()) {
          if (value === 0 || value >= 5) continue;
          const [least = 0, most = 0] = intervalOf(values, cells, index);
          expect(most).toBeGreaterThan(least);
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
