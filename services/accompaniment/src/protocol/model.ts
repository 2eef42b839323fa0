import { ARRIVAL_STEPS, SETTLING_STEPS } from './model-after.js';
import { DECISION_STEPS, PREPARATION_STEPS } from './model-before.js';
import type { ProtocolStep } from './protocol-step.js';

/** A protocol of a rural territory to begin with, from a household's yes to a year after its arrival. In French: it is there to be rewritten. */
export const WELCOME_MODEL: { name: string; introduction: string; steps: ProtocolStep[] } = {
  name: 'Notre protocole d’accueil',
  introduction:
    'Vous avez dit oui ? À partir de ce jour, quelqu’un vous accompagne jusqu’à ce que vous soyez chez vous ici, et un an encore. Voici qui fait quoi, et quand.',
  steps: [...DECISION_STEPS, ...PREPARATION_STEPS, ...ARRIVAL_STEPS, ...SETTLING_STEPS],
};
