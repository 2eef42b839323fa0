import { expect, it } from 'vitest';
import { keptUntil } from './retention-clock.js';

it.each([
  ['2023-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z'],
  ['2024-02-29T10:00:00.000Z', '2027-02-28T10:00:00.000Z'],
  ['2025-02-28T23:30:00.000Z', '2028-02-28T23:30:00.000Z'],
])('keeps whoever was in touch on %s until %s', (last, end) => {
  expect(keptUntil(new Date(last)).toISOString()).toBe(end);
});
