import { expect, it } from 'vitest';
import { parisClock, parisMoment } from './paris-moment.ts';

it.each([
  ['2026-01-15T09:30', '2026-01-15T08:30:00.000Z'],
  ['2026-07-15T09:30', '2026-07-15T07:30:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
])('%s in Paris', (typed, moment) => {
  expect(parisMoment(typed)).toBe(moment);
  expect(parisClock(moment)).toBe(typed);
});

it.each(['', '2026-03-29T02:30', '2026-02-30T10:00', '2026-05-01'])('no clock shows « %s »', (typed) => {
  expect(parisMoment(typed)).toBeNull();
});
