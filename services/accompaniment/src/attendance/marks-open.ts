const HOURS_BEFORE = 12;

/** From when on people are marked: those who welcome them arrive before the programme starts. */
export const marksOpenAt = (startsAt: Date): Date => new Date(startsAt.getTime() - HOURS_BEFORE * 3_600_000);

/**
 * When closing the day takes an absence to have been marked: before anybody could mark anything, so that a phone that
 * comes back late with a presence is right.
 */
export const assumedAt = (startsAt: Date): Date => new Date(startsAt.getTime() - 24 * 3_600_000);

/** Wrong by less, a phone's clock is left alone: what a request takes on its way is no error. */
const TOLERATED = 2 * 60_000;

/**
 * When a mark was made, from what a phone says and how its clock differs from ours. Never before marks were taken nor
 * after now, whatever the phone believes.
 * @param ahead milliseconds by which the phone's clock is ahead
 */
export function markTime(said: Date, ahead: number, { startsAt, now }: { startsAt: Date; now: Date }): Date {
  const corrected = said.getTime() - (Math.abs(ahead) > TOLERATED ? ahead : 0);
  return new Date(Math.min(Math.max(corrected, marksOpenAt(startsAt).getTime()), now.getTime()));
}
