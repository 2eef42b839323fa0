import type { TerritoryCard } from '@ancrage/subgraph';
import type { RegistrationLetterKind } from './registration-letter.js';
import type { RegistrationOfLetter } from './registration-of-letter.js';

/** What a letter says around the facts. */
export interface RegistrationWords {
  subject: string;
  /** Paragraphs before the facts. */
  before: string[];
  /** Paragraphs after them. */
  after: string[];
  button: string;
  /** Where the button leads: their own page, or all sessions. */
  page: 'OWN' | 'SESSIONS';
  /** Why they get this. */
  quiet: string;
}

/** One language's words for every kind of letter. */
export type RegistrationLetters = Record<
  RegistrationLetterKind,
  (registration: RegistrationOfLetter, card: TerritoryCard) => RegistrationWords
>;
