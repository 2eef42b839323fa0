const DAY = 86_400_000;
/** Days are those of metropolitan France, whatever the hour is elsewhere. */
const DAY_IN_PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
/** Public holidays that have a date, as month-day. */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Those that move, in days from Easter Sunday: Easter Monday, Ascension Day, Whit Monday. */
const FROM_EASTER = [1, 39, 50];

/**
 * Working days from one moment to another, for metropolitan France: neither Saturdays, Sundays nor public holidays
 * (article L3133-1 of the code du travail; the two of Alsace-Moselle are left out). The same day is 0, a Friday to the
 * Monday after it 1; never negative.
 */
export function workingDaysBetween(from: Date, to: Date): number {
  const last = dayNumber(to);
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= last; day += 1) {
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

/** The first working day after a moment, as 2026-11-23: what is asked for on a Friday is done on Monday. */
export function nextWorkingDay(after: Date): string {
  let day = dayNumber(after) + 1;
  while (!isWorkingDay(day)) day += 1;
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * The day that is so many working days after another (below zero: before it), as 2026-11-23. Zero is the day itself, or
 * the first working day after it.
 *
 * @param day as 2026-11-23; it need not be worked
 */
export function addWorkingDays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let [number, left] = [Date.parse(`${day}T00:00:00Z`) / DAY, Math.abs(count)];
  while (left > 0) {
    number += step;
    if (isWorkingDay(number)) left -= 1;
  }
  while (!isWorkingDay(number)) number += 1;
  return new Date(number * DAY).toISOString().slice(0, 10);
}

const dayNumber = (moment: Date) => Date.parse(`${DAY_IN_PARIS.format(moment)}T00:00:00Z`) / DAY;

function isWorkingDay(day: number): boolean {
  const date = new Date(day * DAY);
  if (date.getUTCDay() % 6 === 0) return false;
  return !FIXED.includes(date.toISOString().slice(5, 10)) && !moving(date.getUTCFullYear()).has(day);
}

const known = new Map<number, Set<number>>();

function moving(year: number): Set<number> {
  let days = known.get(year);
  if (!days) {
    days = new Set(FROM_EASTER.map((offset) => easter(year) + offset));
    known.set(year, days);
  }
  return days;
}

/** Easter Sunday as a number of days since 1970, by the Gregorian computus of Meeus, Jones and Butcher. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1) / DAY;
}
