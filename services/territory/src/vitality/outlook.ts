import { registerEnumType } from 'type-graphql';

export enum Outlook {
  UNKNOWN = 'UNKNOWN',
  AT_RISK = 'AT_RISK',
  STEADY = 'STEADY',
  OPENING = 'OPENING',
}
registerEnumType(Outlook, {
  name: 'Outlook',
  description: 'Where a school or a crèche stands against the thresholds that its territory set.',
  valuesConfig: {
    UNKNOWN: { description: 'A figure or a threshold is missing: nothing is assumed in their place.' },
    AT_RISK: { description: 'Below what keeps all its classes, or its occupancy.' },
    OPENING: { description: 'Enough pupils to ask for one more class.' },
  },
});

/** What decides on keeping a class or a crèche, as the territory set it; nothing is assumed in place of a missing one. */
export interface Thresholds {
  /** Pupils per class, on average, below which a class may close. */
  closing?: number;
  /** Pupils per class, on average, above which a class may open. */
  opening?: number;
  /** Per cent of its places that a crèche needs filled. */
  occupancy?: number;
}

export interface Figures {
  children: number | null;
  classes: number | null;
  places: number | null;
}

export interface Standing {
  outlook: Outlook;
  /** Children that are missing to keep what there is; null unless at risk. */
  missing: number | null;
  /** Children that may leave before anything is at risk; null when unknown or at risk. */
  margin: number | null;
  /** Children more with which one more class can be asked for; null when unknown, 0 when there are enough. */
  untilOpening: number | null;
}

const NOTHING: Standing = { outlook: Outlook.UNKNOWN, missing: null, margin: null, untilOpening: null };

/** How a school stands: its average per class against the thresholds. */
export function schoolStanding({ children, classes }: Figures, { closing, opening }: Thresholds): Standing {
  if (children === null || !classes || closing === undefined) return NOTHING;
  const kept = closing * classes;
  const open = opening === undefined ? null : Math.max(0, opening * classes + 1 - children);
  if (children < kept) {
    return { outlook: Outlook.AT_RISK, missing: kept - children, margin: null, untilOpening: null };
  }
  return {
    outlook: open === 0 ? Outlook.OPENING : Outlook.STEADY,
    missing: null,
    margin: children - kept,
    untilOpening: open,
  };
}

/** How a crèche stands: the children on its list against its places. */
export function crecheStanding({ children, places }: Figures, { occupancy }: Thresholds): Standing {
  if (children === null || !places || occupancy === undefined) return NOTHING;
  const kept = Math.ceil((occupancy * places) / 100);
  return children < kept
    ? { ...NOTHING, outlook: Outlook.AT_RISK, missing: kept - children }
    : { ...NOTHING, outlook: Outlook.STEADY, margin: children - kept };
}
