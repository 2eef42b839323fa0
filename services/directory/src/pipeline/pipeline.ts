import { SoloStatus } from '../solo/solo-status.js';

const { IDENTIFIED, CONTACTED, CONSENTED, PUBLISHED, REFUSED, WITHDRAWN } = SoloStatus;

/**
 * Where a solo may go from where it stands. Consenting and being published are not chosen here: they follow from a
 * consent that holds, and withdrawing from its end.
 */
const NEXT: Record<SoloStatus, readonly SoloStatus[]> = {
  IDENTIFIED: [CONTACTED, CONSENTED, REFUSED],
  // Back to where they were, for what was noted by mistake.
  CONTACTED: [IDENTIFIED, CONSENTED, REFUSED],
  CONSENTED: [PUBLISHED, WITHDRAWN],
  PUBLISHED: [CONSENTED, WITHDRAWN],
  // Who said no, or took their word back, may come again: by themselves, with a new consent.
  REFUSED: [IDENTIFIED, CONTACTED, CONSENTED],
  WITHDRAWN: [CONSENTED],
};

export const mayMove = (from: SoloStatus, to: SoloStatus): boolean => NEXT[from].includes(to);

export const nextStatuses = (from: SoloStatus): readonly SoloStatus[] => NEXT[from];

/** The pipeline in its order, as boards show it. */
export const STAGES = [IDENTIFIED, CONTACTED, CONSENTED, PUBLISHED, REFUSED, WITHDRAWN] as const;
