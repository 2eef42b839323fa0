import type { RegistrationLetters } from './registration-letter.words.js';
import type { RegistrationOfLetter } from './registration-of-letter.js';
import { dayInWords, momentInWords } from './session-time.js';

const hello = ({ contactName }: RegistrationOfLetter) => `Hello${contactName ? ` ${contactName}` : ''},`;
const day = ({ startsAt }: RegistrationOfLetter) => dayInWords(startsAt, 'en');
const team = (name: string) => `See you soon,\nthe team of ${name}`;
const OWN = { page: 'OWN' as const, quiet: ownLink('your registration') };
const CHANGE =
  'Something came up, or one more or one less of you? Change or cancel on your page, without an account or a password: a seat given back early makes somebody happy.';

function ownLink(what: string): string {
  return `You get this e-mail because this address was used for a registration. The link opens ${what}: forward it only to those who may act for you.`;
}

/** Letters about a registration, in English. */
export const ENGLISH_LETTERS: RegistrationLetters = {
  CONFIRMED: (registration, { name }) => ({
    ...OWN,
    subject: `Confirmed: ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'Your registration is confirmed: your seats are yours. We look forward to meeting you.',
    ],
    after: [
      'The date is attached for your calendar. On the day, show the code of your page when you arrive.',
      CHANGE,
      team(name),
    ],
    button: 'See or change my registration',
  }),
  WAITLISTED: (registration, { name }) => ({
    ...OWN,
    subject: `On the waiting list: ${registration.title}, ${day(registration)}`,
    before: [hello(registration), 'The session cannot take all of you for now: you are on the waiting list.'],
    after: [
      'There is nothing to do. As soon as seats for your whole household become free and it is your turn, we keep them for you and write to you; you then have some time to accept them. First come, first served.',
      'Your page always says where you stand. There you can make your party smaller or leave the list.',
      team(name),
    ],
    button: 'See where I stand',
  }),
  OFFERED: (registration, { name }) => ({
    ...OWN,
    subject: `Seats for you: ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'Good news: seats have become free, and it is your turn. They are kept for you while you answer.',
    ],
    after: [
      registration.offerExpiresAt
        ? `Accept them or leave them by ${momentInWords(registration.offerExpiresAt, 'en')}. Without an answer from you, they go to the next household.`
        : 'Accept them or leave them as soon as you can.',
      team(name),
    ],
    button: 'Accept or leave these seats',
  }),
  ACCEPTED: (registration, { name }) => ({
    ...OWN,
    subject: `Seats accepted: ${registration.title}, ${day(registration)}`,
    before: [hello(registration), 'You accepted the seats that were offered: they are yours.'],
    after: [
      'The date is attached for your calendar. On the day, show the code of your page when you arrive.',
      CHANGE,
      team(name),
    ],
    button: 'See or change my registration',
  }),
  DECLINED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('the sessions to come'),
    subject: `Seats left to others: ${registration.title}`,
    before: [
      hello(registration),
      'Noted: you left the seats that were offered, and they go to the next household. Thank you for saying so.',
    ],
    after: ['Other sessions are on their way: you will be welcome.', team(name)],
    button: 'See the next sessions',
  }),
  EXPIRED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('the sessions to come'),
    subject: `The time is over: ${registration.title}`,
    before: [
      hello(registration),
      'We had kept seats for you, and the time to accept them is over: they were offered to the next household. You are no longer on the list of this session.',
    ],
    after: ['If you still want to come, register again or choose another session.', team(name)],
    button: 'See the next sessions',
  }),
  RESIZED: (registration, { name }) => ({
    ...OWN,
    subject: `Registration changed: ${registration.title}, ${day(registration)}`,
    before: [hello(registration), 'Your registration was changed. This is what is noted now.'],
    after: [
      registration.status === 'WAITLISTED'
        ? 'You are on the waiting list: we will write as soon as seats for your whole household become free.'
        : CHANGE,
      team(name),
    ],
    button: 'See or change my registration',
  }),
  CANCELLED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('the sessions to come'),
    subject: `Registration cancelled: ${registration.title}`,
    before: [hello(registration), 'Your registration for this session is cancelled: nobody expects you.'],
    after: [
      'If this was not meant, answer this e-mail or register again. You stay welcome at another session.',
      team(name),
    ],
    button: 'See the next sessions',
  }),
  SESSION_CHANGED: (registration, { name }) => ({
    ...OWN,
    subject: `A change: ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'The date or the place of this session changed. This is what holds now; your registration follows.',
    ],
    after: [
      registration.status === 'CONFIRMED'
        ? 'The attached date replaces the one in your calendar. If it does not suit you, cancel on your page: others are waiting.'
        : 'Your place on the list stays the same. If the new date does not suit you, leave the list on your page.',
      team(name),
    ],
    button: 'See or change my registration',
  }),
  SESSION_CANCELLED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('the sessions to come'),
    subject: `Session cancelled: ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'We are sorry: this session will not take place.',
      ...(registration.cancelReason ? [`The reason: ${registration.cancelReason}`] : []),
    ],
    after: ['There is nothing to cancel. We would be glad to welcome you at another session.', team(name)],
    button: 'See the next sessions',
  }),
  REMINDER: (registration, { name }) => ({
    ...OWN,
    subject: `See you ${day(registration)}: ${registration.title}`,
    before: [hello(registration), 'The day is near: we expect you, and this is what matters.'],
    after: [
      'When you arrive, show the code of your page: it also works on paper, or on a phone without a network if you opened it before.',
      'You cannot come? Say so on your page, even at the last moment: others are waiting.',
      team(name),
    ],
    button: 'Open my page',
  }),
  SURVEY: (registration, { name }) => ({
    page: 'OWN',
    quiet: ownLink('a short survey'),
    subject: `How was it? ${registration.title}`,
    before: [
      hello(registration),
      'Thank you for coming. What did you think of this session, and what would help you now? Two minutes are enough, and your answers serve those who come next.',
    ],
    after: [team(name)],
    button: 'Give my opinion',
  }),
};
