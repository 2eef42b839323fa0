import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { costOf, reachOf } from './promotion-reach.js';

describe('a cost', () => {
  it('is the sum of its parts', () => {
    expect(costOf([120_000, 50_050])).toEqual({ cents: 170_050, knownCents: 170_050 });
  });

  it('is unknown as a whole when a part is, and says what is known', () => {
    expect(costOf([120_000, null])).toEqual({ cents: null, knownCents: 120_000 });
  });

  it('is unknown, not zero, when nothing was ever said', () => {
    expect(costOf([]).cents).toBeNull();
    expect(costOf([0]).cents).toBe(0);
  });
});

describe('what one household cost', () => {
  const rows = [
    { prospects: 4, attendees: 2, installations: 0 },
    { prospects: 3, attendees: 1, installations: 0 },
  ];

  it('is the cost over those that came, in whole cents', () => {
    expect(reachOf(rows, costOf([100_000]))).toEqual({
      prospects: 7,
      attendees: 3,
      installations: 0,
      centsPerProspect: 14_286,
      centsPerAttendee: 33_333,
      centsPerInstallation: null,
    });
  });

  it('is unknown where the cost is', () => {
    expect(reachOf(rows, costOf([null])).centsPerProspect).toBeNull();
  });
});
