import type { RegistrationLetterKind } from './registration-letter.js';
import type { RegistrationOfLetter } from './registration-of-letter.js';
import { momentInWords, periodInWords } from './session-time.js';

type Row = [label: string, value: string];

const LABELS = {
  fr: {
    session: 'Session',
    when: 'Quand',
    where: 'Où',
    people: 'Pour',
    position: 'Votre rang sur la liste',
    until: 'À confirmer avant',
    lodging: 'Dormir',
    meals: 'Repas',
    childcare: 'Garde d’enfants',
    carSharing: 'Covoiturage',
  },
  en: {
    session: 'Session',
    when: 'When',
    where: 'Where',
    people: 'For',
    position: 'Your place on the list',
    until: 'To be accepted before',
    lodging: 'Sleeping',
    meals: 'Meals',
    childcare: 'Childcare',
    carSharing: 'Car sharing',
  },
};

/** Letters after which nobody comes: when and where would mislead. */
const OVER: ReadonlySet<RegistrationLetterKind> = new Set([
  'DECLINED',
  'EXPIRED',
  'CANCELLED',
  'SESSION_CANCELLED',
  'SURVEY',
]);

/** The facts of a registration, as lines of a label and what stands behind it. */
export function factsOf(kind: RegistrationLetterKind, registration: RegistrationOfLetter): Row[] {
  const { locale, title, startsAt, endsAt, position, offerExpiresAt } = registration;
  const labels = LABELS[locale];
  const rows: [string, string | null][] = [
    [labels.session, title],
    [labels.when, periodInWords(startsAt, endsAt, locale)],
  ];
  if (OVER.has(kind)) return kept(rows);
  rows.push([labels.where, registration.meetingPlace], [labels.people, peopleInWords(registration)]);
  if (position !== null) rows.push([labels.position, rankInWords(position, locale)]);
  if (offerExpiresAt) rows.push([labels.until, momentInWords(offerExpiresAt, locale)]);
  if (kind === 'REMINDER') {
    rows.push(
      [labels.lodging, registration.lodging],
      [labels.meals, registration.meals],
      [labels.childcare, registration.childcare],
      [labels.carSharing, registration.carSharing],
    );
  }
  return kept(rows);
}

const kept = (rows: [string, string | null][]) => rows.filter((row): row is Row => Boolean(row[1]));

/** « 2 adultes et 1 enfant ». */
export function peopleInWords({
  adults,
  children,
  locale,
}: Pick<RegistrationOfLetter, 'adults' | 'children' | 'locale'>) {
  if (locale === 'en') {
    const grown = adults === 1 ? '1 adult' : `${adults} adults`;
    return children === 0 ? grown : `${grown} and ${children === 1 ? '1 child' : `${children} children`}`;
  }
  const grown = adults === 1 ? '1 adulte' : `${adults} adultes`;
  return children === 0 ? grown : `${grown} et ${children === 1 ? '1 enfant' : `${children} enfants`}`;
}

function rankInWords(position: number, locale: string): string {
  if (locale !== 'en') return position === 1 ? '1er (vous êtes les prochains)' : `${position}e`;
  return position === 1 ? '1 (you are next)' : `${position}`;
}
