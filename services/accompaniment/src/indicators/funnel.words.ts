import { FunnelStepKey } from './indicator-ways.js';

interface StepWords {
  label: string;
  rule: string;
}

/** What each step of the way takes, in words that anyone can read. */
export const FUNNEL_WORDS: Record<FunnelStepKey, { fr: StepWords; en: StepWords }> = {
  [FunnelStepKey.CONTACT]: {
    fr: {
      label: 'Premier contact',
      rule: 'Le foyer s’est manifesté pour la première fois pendant la période.',
    },
    en: { label: 'First contact', rule: 'The household was in touch for the first time within the period.' },
  },
  [FunnelStepKey.QUALIFIED]: {
    fr: {
      label: 'Projet qualifié',
      rule: 'Un agent a parlé du projet avec lui : son étape a été « qualifié » ou une étape suivante, même s’il a renoncé depuis.',
    },
    en: {
      label: 'Qualified project',
      rule: 'An agent talked the project over with it: its stage was “qualified” or a later one, even if it has given up since.',
    },
  },
  [FunnelStepKey.ATTENDED]: {
    fr: { label: 'Venu en session', rule: 'Il est venu à une session découverte, une fois au moins.' },
    en: { label: 'Came to a session', rule: 'It came to a discovery session, once at least.' },
  },
  [FunnelStepKey.PROJECT]: {
    fr: {
      label: 'Projet d’installation',
      rule: 'Un projet d’installation a été ouvert pour lui, quelle qu’en soit la suite.',
    },
    en: { label: 'Settling project', rule: 'A settling project was opened for it, whatever became of it.' },
  },
  [FunnelStepKey.INSTALLED]: {
    fr: { label: 'Installé', rule: 'Il s’est installé : une date, une commune, et quelqu’un qui l’atteste.' },
    en: { label: 'Settled', rule: 'It settled: a date, a commune, and somebody who vouches for it.' },
  },
};
