import { type Answer, isWithin, kilometresTo } from '../reach.ts';
import { classOrder, type MapCommune } from '../vocabulary.ts';
import type { Need } from './needs.ts';

/** How a commune meets one need: `value` from 0 to 1, in full when on the spot. */
export type Evaluation = { need: Need; answer: Answer; value: number; kilometres: number | null };

/** A place of this many inhabitants or more is a town (« bourg »), below it a village. */
export const townFrom = 2000;

/** What an unknown counts: less than any yes, and never less than a no. */
const unknownValue = 0.3;

/** How a commune meets a need, when `near` kilometres is near. */
export function evaluate(commune: MapCommune, need: Need, near: number): Evaluation {
  switch (need.kind) {
    case 'service': {
      const kilometres = kilometresTo(commune, need.service);
      const answer = isWithin(commune, need.service, near);
      const value = closeness(kilometres, near);
      return {
        need,
        answer,
        kilometres,
        value: answer === 'unknown' ? Math.max(value, unknownValue) : value,
      };
    }
    case 'speed': {
      const rank = commune.broadbandClass && classOrder.indexOf(commune.broadbandClass);
      const needed = classOrder.indexOf(need.speed);
      return rank === null ? unknown(need) : known(need, rank >= needed, (0.3 * rank) / needed);
    }
    case 'size': {
      const { population } = commune;
      const isTown = population !== null && population >= townFrom;
      return population === null ? unknown(need) : known(need, isTown === (need.size === 'bourg'), 0);
    }
  }
}

/**
 * Full on the spot; from 0.95 next door down to 0.6 where near ends; then 0.3 at most, to nothing three times as far.
 * The step at the end of near is the family's own word.
 */
export function closeness(kilometres: number | null, near: number): number {
  if (kilometres === null) {
    return 0;
  }
  if (kilometres === 0) {
    return 1;
  }
  return kilometres <= near
    ? 0.95 - (0.35 * kilometres) / near
    : Math.max(0, 0.3 * (1 - (kilometres - near) / (2 * near)));
}

const unknown = (need: Need): Evaluation => ({
  need,
  answer: 'unknown',
  value: unknownValue,
  kilometres: null,
});

const known = (need: Need, met: boolean, otherwise: number): Evaluation => ({
  need,
  answer: met ? 'yes' : 'no',
  value: met ? 1 : otherwise,
  kilometres: null,
});
