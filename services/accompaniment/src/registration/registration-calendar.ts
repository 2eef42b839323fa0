import { calendarMediaType, writeCalendar } from '@ancrage/calendar/calendar';
import type { LetterAttachment } from '@ancrage/post/letter-content';
import type { TerritoryCard } from '@ancrage/subgraph';
import type { HouseholdLinks } from '../household/household-links.js';
import type { RegistrationLetterKind } from './registration-letter.js';
import type { RegistrationOfLetter } from './registration-of-letter.js';

const PUTS_IN: ReadonlySet<RegistrationLetterKind> = new Set([
  'CONFIRMED',
  'ACCEPTED',
  'RESIZED',
  'SESSION_CHANGED',
  'REMINDER',
]);
const TAKES_OUT: ReadonlySet<RegistrationLetterKind> = new Set(['CANCELLED', 'SESSION_CANCELLED']);

/** The entry for the household's own calendar, when a letter puts one in, moves it or takes it out; else null. */
export function calendarAttachment(
  kind: RegistrationLetterKind,
  registration: RegistrationOfLetter,
  card: TerritoryCard,
  links: HouseholdLinks,
  now = new Date(),
): LetterAttachment | null {
  const puts = PUTS_IN.has(kind) && registration.status === 'CONFIRMED';
  // What a calendar never had is not taken out of it.
  const takes = TAKES_OUT.has(kind) && registration.everSeated;
  if (!puts && !takes) return null;
  const { id, locale, email, contactName, title, meetingPlace } = registration;
  const host = new URL(card.site).hostname;
  const method = takes ? 'CANCEL' : 'REQUEST';
  const text = writeCalendar(
    [
      {
        uid: `${id}@${host}`,
        startsAt: registration.startsAt,
        endsAt: registration.endsAt,
        changedAt: now,
        title,
        place: meetingPlace,
        description: links.addressOf(card, 'REGISTRATION', id, locale),
        url: links.addressOf(card, 'REGISTRATION', id, locale),
        revision: registration.revision,
        cancelled: takes,
        organiser: { name: card.name, email: `no-reply@${host}` },
        invited: { name: contactName || (email as string), email: email as string },
      },
    ],
    { method, language: locale },
  );
  return {
    name: locale === 'en' ? 'session.ics' : 'session-decouverte.ics',
    mediaType: calendarMediaType(method),
    text,
  };
}
