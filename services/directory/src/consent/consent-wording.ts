import { ConsentPurpose } from './consent-purpose.js';

/** Changes whenever a sentence below does: what was agreed to stays what it was. */
export const WORDING_VERSION = '2026-11';

const WORDINGS: Record<'fr' | 'en', Record<ConsentPurpose, string>> = {
  fr: {
    WEB: 'J’accepte que ma fiche (nom de mon activité, métier, compétences, présentation, lieu et ce que j’ai choisi de montrer) soit publiée dans l’annuaire public de ce territoire. Je peux la modifier, la suspendre ou la retirer à tout moment, avec effet immédiat.',
    PRESS:
      'J’accepte d’être présenté·e parmi les arrivées du territoire : actualités du site, fil public et dossier de presse. Je peux revenir sur cet accord à tout moment ; ce qui aura été imprimé d’ici là ne pourra pas être repris.',
    REGION:
      'J’accepte que mon nom et mon métier soient transmis à la région qui suit l’accueil des nouveaux actifs. Je peux revenir sur cet accord à tout moment.',
  },
  en: {
    WEB: 'I agree that my entry (name of my business, trade, skills, presentation, place and what I chose to show) is published in the public directory of this territory. I can change, pause or withdraw it at any time, with immediate effect.',
    PRESS:
      'I agree to be presented among the arrivals of the territory: news of the site, public feed and press sheet. I can take this back at any time; what has been printed by then cannot be called back.',
    REGION:
      'I agree that my name and trade are passed on to the region, which follows the welcome of newcomers. I can take this back at any time.',
  },
};

/** The sentence in force for a purpose, in the reader’s language. */
export const consentWording = (purpose: ConsentPurpose, locale: string): string =>
  WORDINGS[locale === 'en' ? 'en' : 'fr'][purpose];
