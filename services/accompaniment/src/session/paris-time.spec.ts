import { expect, it } from 'vitest';
import { clockInParis, laterOnTheClock, momentInParis, onTheClockBetween } from './paris-time.js';

it.each([
  ['in winter', '2027-01-15T09:30', '2027-01-15T08:30:00.000Z'],
  ['in summer', '2027-07-15T00:15', '2027-07-14T22:15:00.000Z'],
  ['before March’s change', '2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
  ['after March’s change', '2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
  ['that comes twice in October, the first time', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
  ['after October’s change', '2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
])('finds the moment of a time %s', (_when, clock, moment) => {
  expect(momentInParis(clock)?.toISOString()).toBe(moment);
  expect(clockInParis(new Date(moment))).toBe(clock);
});

it.each(['2027-03-28T02:00', '2027-03-28T02:59', '2027-02-30T10:00', '2027-01-01T25:00', 'demain', ''])(
  'finds none for what no clock shows: %s',
  (clock) => {
    expect(momentInParis(clock)).toBeNull();
  },
);

it('moves times on the clock’s face, over a change of the clocks as well', () => {
  const fortnight = onTheClockBetween('2027-03-20T10:00', '2027-04-03T10:00');
  expect(fortnight).toBe(14 * 24 * 3_600_000);
  expect(laterOnTheClock('2027-03-21T16:30', fortnight)).toBe('2027-04-04T16:30');
});
