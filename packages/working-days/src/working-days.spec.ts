import { expect, it } from 'vitest';
import { nextWorkingDay, workingDaysBetween } from './working-days.js';

it.each([
  ['a Monday', '2026-11-23T09:00:00Z', '2026-11-24'],
  ['a Friday', '2026-11-20T09:00:00Z', '2026-11-23'],
  ['late on a Thursday, which is Friday in Paris already', '2026-11-19T23:30:00Z', '2026-11-23'],
  ['the eve of Easter', '2026-04-03T09:00:00Z', '2026-04-07'],
  ['the eve of a long Ascension', '2026-05-13T09:00:00Z', '2026-05-15'],
  ['Christmas Eve before a week-end', '2026-12-24T09:00:00Z', '2026-12-28'],
])('the working day after %s', (_, moment, next) => {
  expect(nextWorkingDay(new Date(moment))).toBe(next);
});

it('counts neither week-ends nor public holidays', () => {
  expect(workingDaysBetween(new Date('2026-05-07T09:00:00Z'), new Date('2026-05-11T09:00:00Z'))).toBe(1);
});
