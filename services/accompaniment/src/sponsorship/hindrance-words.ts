import type { SponsorshipHindrance } from './settle-sponsorship.js';

const WORDS: Record<SponsorshipHindrance, { fr: string; en: string }> = {
  OVER: {
    fr: 'Ce parrainage est terminé : il ne peut plus être changé.',
    en: 'This sponsorship is over: it cannot be changed any more.',
  },
  NOT_ACTIVE: {
    fr: 'Vous n’avez pas encore accepté tous les deux : il n’y a rien à noter.',
    en: 'You have not both accepted yet: there is nothing to note.',
  },
};

/** Why it cannot be, by language. */
export const sponsorshipHindranceWords = (hindrance: SponsorshipHindrance) => WORDS[hindrance];
