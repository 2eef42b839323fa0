import type { NetworkConsentWording } from './network-record.js';
import { NetworkActorKind } from './network-vocabulary.js';

/** Changes whenever a sentence below does: what was agreed to stays what it was. */
const VERSION = '2026-11';

const WORDINGS: Record<'fr' | 'en', Record<NetworkActorKind, string>> = {
  fr: {
    [NetworkActorKind.PERSON]:
      'J’accepte que mon nom et ce que je propose aux nouveaux arrivants soient publiés sur le site du territoire, parmi le réseau d’accueil. Je peux revenir sur cet accord à tout moment, avec effet immédiat.',
    [NetworkActorKind.ORGANISATION]:
      'Nous acceptons que le nom de notre organisation et ce qu’elle propose aux nouveaux arrivants soient publiés sur le site du territoire, parmi le réseau d’accueil. Nous pouvons revenir sur cet accord à tout moment, avec effet immédiat.',
  },
  en: {
    [NetworkActorKind.PERSON]:
      'I agree that my name and what I offer newcomers are published on the site of the territory, among its reception network. I can take this back at any time, with immediate effect.',
    [NetworkActorKind.ORGANISATION]:
      'We agree that the name of our organisation and what it offers newcomers are published on the site of the territory, among its reception network. We can take this back at any time, with immediate effect.',
  },
};

/** The words in force for an actor of a kind. */
export const networkConsent = (kind: NetworkActorKind, locale: string): NetworkConsentWording => ({
  version: VERSION,
  wording: WORDINGS[locale === 'en' ? 'en' : 'fr'][kind],
});
