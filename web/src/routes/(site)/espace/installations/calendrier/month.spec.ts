import { expect, it } from 'vitest';
import { monthAway, monthOf, weeksOf } from './month.ts';

it('lays a month out from Monday to Sunday', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
  expect(weeksOf('2027-02')).toHaveLength(4);
});

it('goes from month to month over the end of a year', () => {
  expect(monthAway('2026-12', 1)).toBe('2027-01');
  expect(monthAway('2026-01', -1)).toBe('2025-12');
});

it('shows this month where none was asked that is one', () => {
  expect(monthOf('2027-02', '2026-11-23')).toBe('2027-02');
  for (const none of [null, '2027-13', 'x']) {
    expect(monthOf(none, '2026-11-23')).toBe('2026-11');
  }
});
