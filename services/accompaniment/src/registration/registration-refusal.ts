import { type FieldProblem, type Problems } from '@ancrage/subgraph/field-problem';
import { registerEnumType } from 'type-graphql';

/** Why a registration is not taken, or not changed. */
export enum RegistrationRefusal {
  INVALID = 'INVALID',
  NO_SUCH_SESSION = 'NO_SUCH_SESSION',
  SESSION_PAST = 'SESSION_PAST',
  SESSION_CLOSED = 'SESSION_CLOSED',
  SESSION_CANCELLED = 'SESSION_CANCELLED',
  TOO_MANY_PEOPLE = 'TOO_MANY_PEOPLE',
  NOT_ENOUGH_SEATS = 'NOT_ENOUGH_SEATS',
  ALREADY_REGISTERED = 'ALREADY_REGISTERED',
  NO_SUCH_REGISTRATION = 'NO_SUCH_REGISTRATION',
  OFFER_OVER = 'OFFER_OVER',
  ALREADY_CANCELLED = 'ALREADY_CANCELLED',
  ALREADY_HERE = 'ALREADY_HERE',
  KEY_TAKEN = 'KEY_TAKEN',
}
registerEnumType(RegistrationRefusal, {
  name: 'RegistrationRefusal',
  description: 'Why a registration is not taken, or not changed.',
  valuesConfig: {
    INVALID: { description: 'Something in the form is to be repaired: see `problems`.' },
    TOO_MANY_PEOPLE: { description: 'The household is larger than the whole session.' },
    NOT_ENOUGH_SEATS: { description: 'The larger household does not fit whole; it keeps what it has.' },
    ALREADY_REGISTERED: { description: 'This address is registered; its link is in that mailbox.' },
    KEY_TAKEN: { description: 'Another form came in with this idempotencyKey: choose a new one.' },
    OFFER_OVER: { description: 'The seats are no longer kept for this household.' },
    ALREADY_HERE: { description: 'The household has arrived: the people on the spot change it.' },
  },
});

/** Words for one refusal, in both languages. */
type Words = [fr: string, en: string];

const WORDS: Record<RegistrationRefusal, Words> = {
  INVALID: [
    'Le formulaire n’a pas été envoyé : quelque chose est à corriger.',
    'The form was not sent: something is to be corrected.',
  ],
  NO_SUCH_SESSION: ['Cette session n’existe pas.', 'This session does not exist.'],
  SESSION_PAST: [
    'Cette session a déjà commencé : on ne peut plus rien y changer ici.',
    'This session has already begun: nothing can be changed here any more.',
  ],
  SESSION_CLOSED: [
    'Les inscriptions à cette session sont closes.',
    'Registration for this session is closed.',
  ],
  SESSION_CANCELLED: ['Cette session est annulée.', 'This session is cancelled.'],
  TOO_MANY_PEOPLE: [
    'Votre foyer compte plus de personnes que cette session ne peut en recevoir. Écrivez au territoire : il cherchera une solution avec vous.',
    'Your household is larger than the whole session. Write to the territory: it will look for a way with you.',
  ],
  NOT_ENOUGH_SEATS: [
    'Il ne reste pas assez de places pour tout votre foyer. Votre inscription reste comme elle était.',
    'There are not enough seats left for your whole household. Your registration stays as it was.',
  ],
  ALREADY_REGISTERED: [
    'Cette adresse e-mail est déjà inscrite à cette session. L’e-mail qu’elle a reçu contient un lien pour voir et modifier l’inscription.',
    'This e-mail address is registered for this session already. The e-mail that was sent there has a link to see and change the registration.',
  ],
  NO_SUCH_REGISTRATION: [
    'Ce lien ne mène à aucune inscription. Reprenez celui du dernier e-mail reçu.',
    'This link leads to no registration. Use the one in the last e-mail that you got.',
  ],
  OFFER_OVER: [
    'Ces places ne vous sont plus proposées : le délai est passé, ou vous avez déjà répondu.',
    'These seats are no longer offered to you: the time is over, or you have answered already.',
  ],
  ALREADY_CANCELLED: [
    'Cette inscription est déjà annulée. Vous pouvez vous inscrire de nouveau.',
    'This registration is cancelled already. You can register again.',
  ],
  KEY_TAKEN: [
    'Ce formulaire a déjà servi à une autre inscription : ouvrez-le de nouveau.',
    'This form has served for another registration already: please open it anew.',
  ],
  ALREADY_HERE: [
    'Vous êtes déjà arrivés : adressez-vous à l’équipe sur place.',
    'You have arrived already: please ask the team on the spot.',
  ],
};

/** Stops an operation: nothing of its transaction is kept. */
export class RegistrationRefusedError extends Error {
  constructor(
    readonly reason: RegistrationRefusal,
    readonly problems: FieldProblem[] = [],
  ) {
    super(reason);
  }
}

/** A refusal in the language of the reader. */
export const refusalWords = (reason: RegistrationRefusal, locale: string): string =>
  WORDS[reason][locale === 'en' ? 1 : 0];

/** Refuses with what is wrong, if anything is. */
export function refuseProblems({ list }: Problems): void {
  if (list.length > 0) throw new RegistrationRefusedError(RegistrationRefusal.INVALID, list);
}
