import { describe, expect, it } from 'vitest';
import { dayAfter, parisTime, saturdayAfter } from './paris-time.js';

describe('a time in Paris', () => {
  it.each([
    ['2025-01-15', '09:30', '2025-01-15T08:30:00.000Z'],
    ['2025-07-15', '09:30', '2025-07-15T07:30:00.000Z'],
    ['2025-03-30', '09:00', '2025-03-30T07:00:00.000Z'],
    ['2025-10-26', '09:00', '2025-10-26T08:00:00.000Z'],
    ['2025-07-15', '00:15', '2025-07-14T22:15:00.000Z'],
  ])('on %s at %s', (day, clock, moment) => {
    expect(parisTime(day, clock).toISOString()).toBe(moment);
  });
});

it.each([
  ['2026-11-23T06:00:00Z', 21, '2026-12-19'],
  ['2026-11-28T23:59:00Z', 0, '2026-11-28'],
  ['2026-11-29T00:00:00Z', 0, '2026-12-05'],
])('the first Saturday, from %s in %i days, is %s', (moment, days, saturday) => {
  expect(saturdayAfter(new Date(moment), days)).toBe(saturday);
});

it('the day after the last of a month is the first of the next', () => {
  expect(dayAfter('2024-02-29')).toBe('2024-03-01');
});
