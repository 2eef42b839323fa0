const HOUR_IN_PARIS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hour12: false,
});
const HOUR = 3_600_000;

/** The moment at which clocks in Paris show a time on a day: yyyy-mm-dd and hh:mm. */
export function parisTime(day: string, clock: string): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const winter = new Date(asUtc - HOUR);
  // One hour ahead of UTC in winter, two in summer.
  return Number(HOUR_IN_PARIS.format(winter)) === Number(clock.slice(0, 2))
    ? winter
    : new Date(asUtc - 2 * HOUR);
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
