import { BadInputError } from './errors.js';

/** No territory kept figures before; a year this early is a mistake. */
export const FIRST_YEAR = 2000;

/** Days of the figures are those of metropolitan France, where the year ends at another hour than UTC's. */
const DAY_IN_PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/**
 * The last day that a year's cumulated figures count, as yyyy-mm-dd: 31 December, or today for the year that runs
 * (and without a year).
 */
export function reportingDate(year?: number | null, now = new Date()): string {
  const today = DAY_IN_PARIS.format(now);
  if (year === undefined || year === null) return today;
  const runningYear = Number(today.slice(0, 4));
  if (year < FIRST_YEAR || year > runningYear) {
    throw new BadInputError(`L'année doit être comprise entre ${FIRST_YEAR} et ${runningYear}.`, 'year');
  }
  return year === runningYear ? today : `${year}-12-31`;
}

/** The year that figures are asked of: the one that runs when none is said. */
export const yearOf = (year?: number | null): number => Number(reportingDate(year).slice(0, 4));
