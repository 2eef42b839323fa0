/** What a household can agree to: that it is followed up, and that it gets news that it did not ask for. */
export type ProspectConsentPurpose = 'FOLLOW_UP' | 'NEWS';

/** Changes with every change of a sentence below: who agreed to another one is not taken to have agreed to it. */
export const PROSPECT_WORDING_VERSION = '2026-11';

const WORDINGS: Record<ProspectConsentPurpose, { fr: string; en: string }> = {
  FOLLOW_UP: {
    fr: 'J’accepte que le territoire garde les informations de ce formulaire pour me répondre et suivre mon projet d’installation. Je peux demander à tout moment qu’elles soient effacées ; elles le sont d’elles-mêmes trois ans après mon dernier signe.',
    en: 'I agree that the territory keeps what this form says in order to answer me and follow my plan to settle. I can ask at any time for it to be erased; it is erased by itself three years after I was last in touch.',
  },
  NEWS: {
    fr: 'J’accepte de recevoir de temps en temps des nouvelles du territoire par e-mail : sessions découvertes, salons, arrivées. Chaque e-mail permet d’arrêter en un clic.',
    en: 'I agree to get news of the territory by e-mail from time to time: discovery sessions, fairs, arrivals. Each e-mail lets me stop them in one click.',
  },
};

/** The sentence that a household agrees to, in its language. */
export const prospectWording = (purpose: ProspectConsentPurpose, locale: string): string =>
  WORDINGS[purpose][locale === 'en' ? 'en' : 'fr'];
