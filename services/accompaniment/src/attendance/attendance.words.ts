import { RegistrationStatus } from '../registration/registration-status.js';
import { CheckInRefusal } from './attendance.result.js';

type Words = readonly [fr: string, en: string];

const REFUSALS: Record<CheckInRefusal, Words> = {
  UNKNOWN: [
    'Ce code n’est celui d’aucune inscription de ce territoire.',
    'This code belongs to no registration of this territory.',
  ],
  TOO_EARLY: [
    'L’accueil de cette session ouvre douze heures avant son début.',
    'Check-in for this session opens twelve hours before it starts.',
  ],
  SESSION_CANCELLED: ['Cette session est annulée.', 'This session is cancelled.'],
  CANCELLED: [
    'Ce foyer a annulé son inscription. S’il reste des places, inscrivez-le de nouveau.',
    'This household cancelled its registration. If seats are left, register it again.',
  ],
  WAITING: [
    'Ce foyer est sur liste d’attente : il n’a pas de place dans cette session.',
    'This household is on the waiting list: it has no seat in this session.',
  ],
};

export const refusalMessage = (reason: CheckInRefusal, locale: string): string =>
  REFUSALS[reason][locale === 'en' ? 1 : 0];

/** Why the people of a registration can't be marked now, or null. */
export function hindranceOf(
  registration: { status: RegistrationStatus; sessionStatus: string; opensAt: Date } | null | undefined,
  now: Date,
): CheckInRefusal | null {
  if (!registration) return CheckInRefusal.UNKNOWN;
  if (registration.sessionStatus === 'CANCELLED') return CheckInRefusal.SESSION_CANCELLED;
  switch (registration.status) {
    case RegistrationStatus.CANCELLED:
      return CheckInRefusal.CANCELLED;
    case RegistrationStatus.WAITLISTED:
    case RegistrationStatus.OFFERED:
    case RegistrationStatus.PENDING:
      return CheckInRefusal.WAITING;
    default:
      return registration.opensAt > now ? CheckInRefusal.TOO_EARLY : null;
  }
}

const OTHERS = {
  NO_SUCH_PERSON: [
    'Cette personne n’est plus du foyer inscrit.',
    'This person is no longer of the registered household.',
  ],
  KEY_TAKEN: ['Cette marque a déjà servi pour une autre personne.', 'This mark was used for another person.'],
  NOT_BEGUN: [
    'La session n’a pas commencé : sa journée ne se clôt qu’ensuite.',
    'The session has not started: its day is closed afterwards.',
  ],
  COUNT_CHANGED: [
    'Le nombre d’absents a changé entre-temps. Vérifiez-le, puis confirmez de nouveau.',
    'The number of absentees has changed meanwhile. Check it, then confirm again.',
  ],
} as const satisfies Record<string, Words>;

export const dayMessage = (what: keyof typeof OTHERS, locale: string): string =>
  OTHERS[what][locale === 'en' ? 1 : 0];
