/** What a sponsor can agree to: to be one, and to be shown as one. */
export type SponsorConsentPurpose = 'SPONSOR' | 'PORTRAIT';

/** Changes with every change of a sentence below: who agreed to another one is not taken to have agreed to it. */
export const SPONSOR_WORDING_VERSION = '2026-11';
/** Version of words that are not the site's: a form of paper, a sentence said on the telephone. */
const OWN_WORDS = 'own';

const WORDINGS: Record<SponsorConsentPurpose, { fr: string; en: string }> = {
  SPONSOR: {
    fr: 'J’accepte d’être parrain ou marraine : le territoire garde ce que j’ai dit de moi, me propose des foyers et leur montre mon prénom, mon nom, mon activité, ma commune et mes premiers mots ; mon adresse et mon numéro, seulement quand nous avons accepté tous les deux. Je peux faire une pause, arrêter et tout faire effacer à tout moment.',
    en: 'I agree to be a sponsor: the territory keeps what I said of myself, proposes households to me and shows them my name, my activity, my commune and my first words; my address and number only once we both accepted. I can pause, stop and have everything erased at any time.',
  },
  PORTRAIT: {
    fr: 'J’accepte que mon nom, mon activité, ma commune et ma phrase paraissent sur la page d’accueil des nouveaux habitants. Je peux les retirer à tout moment : ils disparaissent aussitôt.',
    en: 'I agree that my name, my activity, my commune and my sentence appear on the page that welcomes newcomers. I can take them down at any time: they are gone at once.',
  },
};

/** The sentence that a sponsor agrees to, in its language. */
export const sponsorWording = (purpose: SponsorConsentPurpose, locale: string): string =>
  WORDINGS[purpose][locale === 'en' ? 'en' : 'fr'];

/** The version of words that were agreed to: the site's, or somebody's own. */
export const versionOf = (purpose: SponsorConsentPurpose, wording: string): string =>
  ['fr', 'en'].some((locale) => sponsorWording(purpose, locale) === wording)
    ? SPONSOR_WORDING_VERSION
    : OWN_WORDS;
