import type { LetterNames, LetterTo, SponsorshipLetters } from './sponsorship-letter.js';

const hello = (to: LetterTo, { sponsorName, householdName }: LetterNames) =>
  `Hello ${to === 'SPONSOR' ? sponsorName : householdName},`;
const team = (territory: string) => `See you soon,\nthe team of ${territory}`;
const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dayOf = (day = '') => (day ? LONG.format(new Date(day)) : '');
const QUIET: Record<LetterTo, string> = {
  SPONSOR:
    'You get this e-mail because you agreed to be a sponsor. The link opens your page, without an account or a password: do not forward it. There you can pause or stop.',
  HOUSEHOLD:
    'You get this e-mail because we follow your plan to settle. The link opens your page, without an account or a password: forward it only to those who may act for you.',
};
const PAGE: Record<LetterTo, string> = { SPONSOR: 'Open my sponsor page', HOUSEHOLD: 'Open my page' };

/** Letters about a sponsorship, in English. */
export const ENGLISH_SPONSORSHIP_LETTERS: SponsorshipLetters = {
  PROPOSED: (to, about, territory) =>
    to === 'SPONSOR'
      ? {
          subject: `A household to welcome, if you like – ${territory}`,
          before: [
            hello(to, about),
            'A household is about to settle here, and we thought of you. Your page says what is needed to decide; who they are you will read once you have accepted.',
          ],
          button: 'Read the proposal and answer',
          after: ['You can say yes, or no in a word: both help us.', team(territory)],
          quiet: QUIET.SPONSOR,
        }
      : {
          subject: `Somebody from here to go along with you – ${territory}`,
          before: [
            hello(to, about),
            'For your first months we propose a sponsor: somebody who lives here, knows people and answers the questions that one does not dare to ask an office.',
          ],
          button: 'Read who it is and answer',
          after: ['Nothing begins without your consent, nor without theirs.', team(territory)],
          quiet: QUIET.HOUSEHOLD,
        },
  ACTIVE: (to, about, territory) => ({
    subject: `Both of you agreed – ${territory}`,
    before: [
      hello(to, about),
      to === 'SPONSOR'
        ? 'You both accepted: the sponsorship begins. Your page has the name of the household and how to reach it. A first call within the week means a lot.'
        : `You both accepted: ${about.sponsorName} goes along with you from now on. Your page says how to reach them.`,
    ],
    button: PAGE[to],
    after: ['Note your contacts there in a word, if you like: it helps us to help you.', team(territory)],
    quiet: QUIET[to],
  }),
  DECLINED: (to, about, territory) => ({
    subject: `This sponsorship will not be – ${territory}`,
    before: [
      hello(to, about),
      to === 'SPONSOR'
        ? 'You will not accompany the household that we proposed after all. This judges nobody, and your place is free again.'
        : 'The sponsorship that we proposed will not be. This judges nobody: we are looking for somebody else for you.',
    ],
    button: PAGE[to],
    after: [team(territory)],
    quiet: QUIET[to],
  }),
  ENDED: (to, about, territory) => ({
    subject: `Your sponsorship has ended – ${territory}`,
    before: [
      hello(to, about),
      to === 'SPONSOR'
        ? 'This sponsorship has ended. Thank you for the time you gave. How to reach the household is no longer on your page.'
        : 'This sponsorship has ended. If you would still like somebody to go along with you, tell us in a word.',
    ],
    button: PAGE[to],
    after: [team(territory)],
    quiet: QUIET[to],
  }),
  FOLLOW_UP: (to, about, territory) => ({
    subject: `How is your newcomer? – ${territory}`,
    before: [
      hello(to, about),
      'A month has passed without a contact being noted. Perhaps you met and did not write it down; perhaps a call would be welcome. Nothing is compulsory.',
    ],
    button: 'Note a contact, or get in touch',
    after: [
      'We will not ask again within two months. To get no more of these reminders, tick “Do not ask me any more” on your page.',
      team(territory),
    ],
    quiet: QUIET.SPONSOR,
  }),
  STEP: (to, about, territory) => ({
    subject: `A step is yours – ${territory}`,
    before: [
      hello(to, about),
      `The household that you go along with counts on you for a step: “${about.step?.title ?? ''}”, by ${dayOf(about.step?.dueOn)}.`,
    ],
    button: PAGE.SPONSOR,
    after: [
      'Done already, or the day does not suit you? Tell us in a word by answering this e-mail.',
      team(territory),
    ],
    quiet: QUIET.SPONSOR,
  }),
  LINK: (to, about, territory) => ({
    subject: `Your sponsor page (${territory})`,
    before: [
      hello(to, about),
      'Thank you for agreeing to be a sponsor. This page is yours: there you read which households are proposed, answer, pause, and read what we know of you.',
    ],
    button: PAGE.SPONSOR,
    after: [team(territory)],
    quiet: QUIET.SPONSOR,
  }),
};
