/** Prints as 2027-03-27 09:30. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});
const HOUR = 3_600_000;
/** Hours ahead of UTC: in summer, then in winter. In October the first of two alike times is the summer's. */
const AHEAD = [2, 1];

/** What clocks in Paris show at a moment, as 2027-03-27T09:30. */
export const clockInParis = (moment: Date): string => CLOCK.format(moment).replace(' ', 'T');

/**
 * The moment at which clocks in Paris show a time: the first of two in the night of October in which an hour comes
 * twice, null for what they never show: an hour that March leaves out, 30 February.
 */
export function momentInParis(clock: string): Date | null {
  const asUtc = Date.parse(`${clock}Z`);
  if (Number.isNaN(asUtc)) return null;
  const moments = AHEAD.map((hours) => new Date(asUtc - hours * HOUR));
  return moments.find((moment) => clockInParis(moment) === clock) ?? null;
}

/** A clock time so many milliseconds later on the clock's face, whatever nights lie between. */
export function laterOnTheClock(clock: string, milliseconds: number): string {
  return new Date(Date.parse(`${clock}Z`) + milliseconds).toISOString().slice(0, 16);
}

/** From one clock time to another, in milliseconds on the clock's face. */
export const onTheClockBetween = (from: string, to: string): number =>
  Date.parse(`${to}Z`) - Date.parse(`${from}Z`);
