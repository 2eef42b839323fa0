import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownSteps } from '../dist/indicators/shown-steps.js';

const cells = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
  minLength: 1,
  maxLength: 7,
});
const isSmall = (value: number) => value > 0 && value < 5;

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
