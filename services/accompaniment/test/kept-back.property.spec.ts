import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptBack, shownSteps } from '../dist/indicators/kept-back.js';

const cells = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
  minLength: 1,
  maxLength: 7,
});
const isSmall = (value: number) => value > 0 && value < 5;
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const subsets = <Item>(items: Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length }, (_, number) =>
    items.filter((_item, index) => Math.floor(number / 2 ** index) % 2 === 1),
  );

it('lets no sum of published cells, nor what is left of the total, count 1 to 4', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 0, max: 12 }), (values, apart) => {
      const kept = keptBack(values, apart);
      const shown = values.filter((_, index) => !kept[index]);
      const all = total(values) + apart;
      if (isSmall(all)) {
        // The total itself is kept back then: nothing can be taken from it.
        expect(shown.every((value) => !isSmall(value))).toBe(true);
        return;
      }
      for (const set of subsets(shown)) {
        expect(isSmall(total(set))).toBe(false);
        expect(isSmall(all - total(set))).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

it('leaves at least two answers open for every small cell', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 0, max: 12 }), (values, apart) => {
      const kept = keptBack(values, apart);
      const hidden = values.filter((_, index) => kept[index]);
      // What is known of them is their sum with what stands apart; any of them may be empty, as far as anybody sees.
      if (values.some(isSmall) && total(values) + apart >= 5) {
        expect(hidden.length + (apart > 0 ? 1 : 0)).toBeGreaterThan(1);
        expect(total(hidden) + apart).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 2000 },
  );
});

it('keeps nothing back where nothing is small', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 90 }))),
      fc.constantFrom(0, 5, 30),
      (values, apart) => {
        expect(keptBack(values, apart)).toEqual(values.map(() => false));
      },
    ),
  );
});

it('lets no step of a way be told from another by 1 to 4', () => {
  fc.assert(
    fc.property(cells, (values) => {
      const shows = shownSteps(values);
      const shown = values.filter((_, index) => shows[index]);
      for (const one of shown)
        for (const other of [...shown, 0]) expect(isSmall(Math.abs(one - other))).toBe(false);
    }),
  );
});
