import { describe, expect, it } from 'vitest';
import { reportingDate } from './reporting-date.js';

const newYearsNight = new Date('2026-12-31T23:30:00Z');

describe('the last day that figures count', () => {
  it('is today, in Paris', () => {
    expect(reportingDate(null, newYearsNight)).toBe('2027-01-01');
    expect(reportingDate(2027, newYearsNight)).toBe('2027-01-01');
  });

  it('is the last day of a year that is over', () => {
    expect(reportingDate(2026, newYearsNight)).toBe('2026-12-31');
    expect(reportingDate(2019, newYearsNight)).toBe('2019-12-31');
  });

  it.each([1999, 2028])('is refused for %i', (year) => {
    expect(() => reportingDate(year, newYearsNight)).toThrow(/2000 et 2027/);
  });
});
