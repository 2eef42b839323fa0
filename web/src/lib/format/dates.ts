import { getLocale } from '#lib/paraglide/runtime.js';

/** Everything the site announces takes place there. */
const timeZone = 'Europe/Paris';
const moment = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone,
} as const;
const full = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;

/** The first of a month is written 1er in French, which the tables of dates leave out. */
const written = (date: string): string =>
  getLocale() === 'fr' ? date.replace(/(?<!\d)1 (?=\p{L})/gu, '1er ') : date;

/** 20 novembre 2026. */
export const formatDay = (date: string): string =>
  written(new Intl.DateTimeFormat(getLocale(), full).format(new Date(date)));

/** 12–13 décembre 2026, or one day when both are the same. */
export function formatPeriod(startsAt: string, endsAt: string): string {
  return written(
    new Intl.DateTimeFormat(getLocale(), full).formatRange(new Date(startsAt), new Date(endsAt)),
  );
}

/** samedi 12 décembre, 09:00 – 17:00, or from one day to another; what both moments share is said once. */
export const formatSpan = (startsAt: string, endsAt: string): string =>
  written(new Intl.DateTimeFormat(getLocale(), moment).formatRange(new Date(startsAt), new Date(endsAt)));

/** samedi 12 décembre, 09:00. */
export const formatMoment = (date: string): string =>
  written(new Intl.DateTimeFormat(getLocale(), moment).format(new Date(date)));

/** samedi 12 décembre. */
export const formatWeekday = (date: string): string =>
  written(
    new Intl.DateTimeFormat(getLocale(), { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
      new Date(date),
    ),
  );

/** 09:00, as clocks show it there. */
export const formatTime = (date: string): string =>
  new Intl.DateTimeFormat(getLocale(), { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(date),
  );

/** The calendar day of a moment there: 2026-12-12. */
export const dayOf = (date: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(date));

/** dans 2 jours, dans 3 heures, dans 20 minutes: how far off a moment is from another, in one unit. */
export function formatDistance(date: string, now: string): string {
  const minutes = Math.round((Date.parse(date) - Date.parse(now)) / 60_000);
  const words = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'always' });
  if (Math.abs(minutes) < 90) return words.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? words.format(hours, 'hour') : words.format(Math.floor(hours / 24), 'day');
}

/** The parts of a date set large beside an announcement: the day or days, then the month and year. */
export function datePlate(startsAt: string, endsAt: string): { days: string; month: string } {
  const locale = getLocale();
  const part = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(date));
  const [first, last] = [part({ day: 'numeric' }, startsAt), part({ day: 'numeric' }, endsAt)];
  return {
    days: first === last ? first : `${first}–${last}`,
    month: part({ month: 'short', year: 'numeric' }, startsAt),
  };
}

/** 2026-T3 as « 3ᵉ trimestre 2026 ». Anything else passes unchanged. */
export function formatQuarter(quarter: string): string {
  const [, year, number] = /^(\d{4})-?[TQ]([1-4])$/.exec(quarter) ?? [];
  if (!year || !number) {
    return quarter;
  }
  return getLocale() === 'fr'
    ? `${number}${number === '1' ? 'er' : 'e'} trimestre ${year}`
    : `Q${number} ${year}`;
}
