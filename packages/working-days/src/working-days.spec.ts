import { expect, it } from 'vitest';
import { addWorkingDays, nextWorkingDay, workingDaysBetween } from './working-days.js';

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

it.each([
  ['a day that is worked is itself', '2026-11-24', 0, '2026-11-24'],
  ['a Saturday leads to Monday', '2026-11-21', 0, '2026-11-23'],
  ['five days are a week', '2026-11-23', 5, '2026-11-30'],
  ['from a Sunday, Monday is the first', '2026-11-22', 1, '2026-11-23'],
  ['Christmas and New Year are left out', '2026-12-23', 6, '2027-01-04'],
  ['the bridges of May 2026', '2026-04-30', 9, '2026-05-18'],
  ['backwards over Easter', '2027-03-30', -1, '2027-03-26'],
  ['backwards from a Sunday', '2026-11-22', -1, '2026-11-20'],
])('%s', (_, day, count, then) => {
  expect(addWorkingDays(day, count)).toBe(then);
});

it('counts back what it counted forth, all through a year', () => {
  let day = addWorkingDays('2026-01-01', 0);
  for (; day < '2027-01-01'; day = addWorkingDays(day, 1)) {
    for (const count of [1, 2, 7, 61]) {
      const later = addWorkingDays(day, count);
      expect(addWorkingDays(later, -count)).toBe(day);
      expect(workingDaysBetween(new Date(`${day}T12:00:00Z`), new Date(`${later}T12:00:00Z`))).toBe(count);
    }
  }
});
