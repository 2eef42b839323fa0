const ZONE = 'Europe/Paris';

/** Words of one language for moments, as clocks in Paris show them: letters are read anywhere. */
interface Clock {
  day: (moment: Date) => string;
  dayWithYear: (moment: Date) => string;
  time: (moment: Date) => string;
}

const formats = (locale: string) => ({
  day: new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' }),
  dayWithYear: new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }),
});
const FRENCH = formats('fr-FR');
const ENGLISH = formats('en-GB');
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});
const ENGLISH_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** « 1er juillet »: the only day that French counts. */
const first = (day: string) => day.replace(/(?<!\d)1 /, '1er ');

/** Without the comma after the day of the week, which would stand in the middle of a sentence. */
const plain = (day: string) => day.replace(',', '');

const CLOCKS: Record<'fr' | 'en', Clock> = {
  fr: {
    day: (moment) => first(FRENCH.day.format(moment)),
    dayWithYear: (moment) => first(FRENCH.dayWithYear.format(moment)),
    time: (moment) => {
      const [hour, minute] = CLOCK.format(moment).split(':');
      return `${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`;
    },
  },
  en: {
    day: (moment) => plain(ENGLISH.day.format(moment)),
    dayWithYear: (moment) => plain(ENGLISH.dayWithYear.format(moment)),
    time: (moment) => ENGLISH_CLOCK.format(moment),
  },
};

const clockOf = (locale: string) => CLOCKS[locale === 'en' ? 'en' : 'fr'];

/** A moment: « mardi 24 novembre 2026 à 18 h 30 (heure de Paris) ». */
export function momentInWords(moment: Date, locale: string): string {
  const clock = clockOf(locale);
  return locale === 'en'
    ? `${clock.dayWithYear(moment)} at ${clock.time(moment)} (Paris time)`
    : `${clock.dayWithYear(moment)} à ${clock.time(moment)} (heure de Paris)`;
}

/** A period: one day from an hour to another, or from a day and hour to a later day and hour. */
export function periodInWords(from: Date, to: Date, locale: string): string {
  const clock = clockOf(locale);
  const [start, end] = [clock.time(from), clock.time(to)];
  const oneDay = clock.dayWithYear(from) === clock.dayWithYear(to);
  if (locale === 'en') {
    return oneDay
      ? `${clock.dayWithYear(from)}, ${start} to ${end} (Paris time)`
      : `from ${clock.dayWithYear(from)} at ${start} to ${clock.dayWithYear(to)} at ${end} (Paris time)`;
  }
  return oneDay
    ? `${clock.dayWithYear(from)}, de ${start} à ${end} (heure de Paris)`
    : `du ${clock.dayWithYear(from)} à ${start} au ${clock.dayWithYear(to)} à ${end} (heure de Paris)`;
}

/** A day without its hour: « samedi 27 mars ». */
export const dayInWords = (moment: Date, locale: string): string => clockOf(locale).day(moment);
