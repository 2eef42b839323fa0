import type { LetterPart } from '@ancrage/post/letter-content';
import type { Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { HouseholdLinks } from '../household/household-links.js';
import { writeLetter } from '../mail/write-letter.js';
import { calendarAttachment } from './registration-calendar.js';
import { ENGLISH_LETTERS } from './registration-letter.en.js';
import { FRENCH_LETTERS } from './registration-letter.fr.js';
import { factsOf } from './registration-letter-facts.js';
import { loadRegistrationOfLetter } from './registration-of-letter.js';

/** What a household is told of its registration. */
export type RegistrationLetterKind =
  | 'CONFIRMED'
  | 'WAITLISTED'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'RESIZED'
  | 'CANCELLED'
  | 'SESSION_CHANGED'
  | 'SESSION_CANCELLED'
  | 'REMINDER'
  | 'SURVEY';

export interface NewRegistrationLetter {
  kind: RegistrationLetterKind;
  registrationId: string;
  /** What it is about, once: the event's id, the revision of the session, the day. */
  occasion: string;
}

/**
 * Writes to a household about its registration, as registration and session now are: call it last in the transaction
 * that changed them. Says whether it is a new letter; there is none for a household that has no address (any more).
 */
export async function writeRegistrationLetter(
  connection: Connection,
  scope: Scope,
  { card, links }: { card: TerritoryCard; links: HouseholdLinks },
  { kind, registrationId, occasion }: NewRegistrationLetter,
): Promise<boolean> {
  const registration = await loadRegistrationOfLetter(connection, scope, registrationId);
  if (!registration?.email) return false;
  const { locale, email, prospectId } = registration;
  const words = (locale === 'en' ? ENGLISH_LETTERS : FRENCH_LETTERS)[kind](registration, card);
  const page = words.page === 'SESSIONS' ? sessionsPage(card, locale) : undefined;
  const purpose = kind === 'SURVEY' ? 'SURVEY' : 'REGISTRATION';
  const facts = factsOf(kind, registration);
  const parts: LetterPart[] = [
    ...words.before.map(text),
    ...(facts.length > 0 ? [{ kind: 'facts' as const, rows: facts }] : []),
    ...words.after.slice(0, -1).map(text),
    {
      kind: 'button',
      label: words.button,
      href: page ?? links.addressOf(card, purpose, registrationId, locale),
    },
    // Who writes takes leave after what there is to do.
    ...words.after.slice(-1).map(text),
    { kind: 'quiet', text: words.quiet },
  ];
  const calendar = calendarAttachment(kind, registration, card, links);
  return writeLetter(connection, scope, {
    key: `${kind.toLowerCase()}:${registrationId}:${occasion}`,
    from: card.name,
    to: email,
    locale,
    subject: words.subject,
    parts,
    prospectId,
    ...(calendar && { attachments: [calendar] }),
  });
}

const text = (words: string): LetterPart => ({ kind: 'text', text: words });

const sessionsPage = ({ site }: TerritoryCard, locale: string) =>
  `${site}${locale === 'en' ? '/en' : ''}/decouvrir`;
