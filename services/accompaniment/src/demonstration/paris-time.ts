import { momentInParis } from '../session/paris-time.js';

const HOUR = 3_600_000;

/** The moment at which clocks in Paris show a time of day, when nobody changes them: yyyy-mm-dd and hh:mm. */
export function parisTime(day: string, clock: string): Date {
  const moment = momentInParis(`${day}T${clock}`);
  if (!moment) throw new RangeError(`no clock shows ${clock} on ${day}`);
  return moment;
}

/** The first Saturday at least so many days after a moment, as yyyy-mm-dd. */
export function saturdayAfter(moment: Date, days: number): string {
  const date = new Date(moment.getTime() + days * 24 * HOUR);
  date.setUTCDate(date.getUTCDate() + ((6 - date.getUTCDay() + 7) % 7));
  return date.toISOString().slice(0, 10);
}

/** The day after, as yyyy-mm-dd. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * HOUR).toISOString().slice(0, 10);
}
