import type { Problems } from '@ancrage/subgraph/field-problem';
import { clockInParis, momentInParis, onTheClockBetween } from './paris-time.js';
import { SessionFormat } from './session-format.js';

const DAY = 86_400_000;
/** From Friday to Monday. */
const MOST_NIGHTS = 3;
/** A clock's face, whether or not Paris ever shows it; years that a planner can mean. */
const CLOCK = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;

/** The moment of a clock time that somebody typed; null, and noted, for what is none. */
export function momentOf(field: string, typed: string, problems: Problems): Date | null {
  // Some browsers add seconds.
  const clock = typed.trim().replace(/(T\d\d:\d\d):00(\.0+)?$/, '$1');
  if (!CLOCK.test(clock)) {
    problems.add(
      field,
      'Indiquez une date et une heure, comme 2027-05-01T09:30.',
      'Give a date and a time, such as 2027-05-01T09:30.',
    );
    return null;
  }
  const moment = momentInParis(clock);
  if (!moment)
    problems.add(
      field,
      'Cette heure n’existe pas : les montres avancent d’une heure cette nuit-là, ou le mois n’a pas ce jour.',
      'This time does not exist: clocks go forward that night, or the month has no such day.',
    );
  return moment;
}

const dayOf = (moment: Date) => clockInParis(moment).slice(0, 10);

/** Whether a moment is on one of the days of a session, by the calendar of Paris. */
export const isWithinDays = (moment: Date, startsAt: Date, endsAt: Date): boolean =>
  dayOf(moment) >= dayOf(startsAt) && dayOf(moment) <= dayOf(endsAt);

/**
 * Notes an end before the beginning, a day that lasts a night, a week-end that lasts a week. Says whether the two are in
 * order.
 */
export function notePeriod(format: SessionFormat, startsAt: Date, endsAt: Date, problems: Problems): boolean {
  if (endsAt <= startsAt) {
    problems.add('endsAt', 'La fin précède le début.', 'The end is before the beginning.');
    return false;
  }
  const nights = onTheClockBetween(`${dayOf(startsAt)}T00:00`, `${dayOf(endsAt)}T00:00`) / DAY;
  if (format === SessionFormat.DAY && nights > 0)
    problems.add(
      'endsAt',
      'Une journée finit le jour même ; choisissez un week-end pour plusieurs jours.',
      'A day ends on the same day; choose a week-end for several days.',
    );
  if (format === SessionFormat.WEEKEND && nights === 0)
    problems.add(
      'endsAt',
      'Un week-end dure plus d’un jour ; choisissez une journée.',
      'A week-end lasts more than one day; choose a day.',
    );
  if (nights > MOST_NIGHTS)
    problems.add(
      'endsAt',
      `Une session compte ${MOST_NIGHTS} nuits au plus.`,
      `A session has ${MOST_NIGHTS} nights at most.`,
    );
  return true;
}
