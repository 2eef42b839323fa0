import { expect, it } from 'vitest';
import { programmeByDay } from './programme.ts';

const at = (startsAt: string) => ({ startsAt });

it('puts each item under the day on which its clock stands in Paris', () => {
  // 23:30 in UTC is past midnight in Paris.
  const days = programmeByDay([at('2026-12-12T23:30:00.000Z'), at('2026-12-12T08:00:00.000Z')]);
  expect(days.map(({ day, items }) => [day, items.length])).toEqual([
    ['2026-12-12', 1],
    ['2026-12-13', 1],
  ]);
});

it('keeps a day whole when clocks go back and hours come twice', () => {
  const days = programmeByDay([
    at('2026-10-25T00:30:00.000Z'),
    at('2026-10-25T01:30:00.000Z'),
    at('2026-10-24T21:59:00.000Z'),
    at('2026-10-25T22:59:00.000Z'),
  ]);
  expect(days.map(({ day, items }) => [day, items.length])).toEqual([
    ['2026-10-24', 1],
    ['2026-10-25', 3],
  ]);
});
