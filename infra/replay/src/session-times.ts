const MINUTE = 60_000;
/** Households take seconds to register; the day must end before midnight, or its attendance counts tomorrow. */
const BEFORE_START = 10;
const SHORTEST = 5;

const clock = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');

/** A clock time in Paris, so many minutes from now. */
export const minutesFromNow = (minutes: number, now = Date.now()): string => clock(now + minutes * MINUTE);

/** A session that starts soon and ends before the day does. Throws in the last quarter of an hour before midnight. */
export function sessionTimes(now: Date): { startsAt: string; endsAt: string } {
  const startsAt = clock(now.getTime() + BEFORE_START * MINUTE);
  const day = clock(now.getTime()).slice(0, 10);
  const latest = `${day}T23:59`;
  if (clock(now.getTime() + (BEFORE_START + SHORTEST) * MINUTE) > latest)
    throw new Error(
      'Il est presque minuit à Paris : une session d’aujourd’hui ne tient plus. Relancez demain.',
    );
  const wished = clock(now.getTime() + (BEFORE_START + 180) * MINUTE);
  return { startsAt, endsAt: wished < latest ? wished : latest };
}
