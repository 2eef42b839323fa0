import type { SoloCardFragment, SoloStatus } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** What can be done with a solo from the board. Consents have more to say, and are written down on the record. */
export const moves = ['CONTACTED', 'IDENTIFIED', 'REFUSED', 'PUBLISH', 'HIDE'] as const;
export type Move = (typeof moves)[number];

export const isMove = (value: string): value is Move => (moves as readonly string[]).includes(value);

const fromHere: Record<SoloStatus, readonly Move[]> = {
  IDENTIFIED: ['CONTACTED', 'REFUSED'],
  CONTACTED: ['REFUSED', 'IDENTIFIED'],
  CONSENTED: ['PUBLISH'],
  PUBLISHED: ['HIDE'],
  REFUSED: ['IDENTIFIED'],
  WITHDRAWN: [],
};

type Standing = Pick<SoloCardFragment, 'status' | 'hiddenBecause'> & {
  contact: Pick<SoloCardFragment['contact'], 'objectedAt'>;
};

/** Where a solo may go; who objected and who paused their entry come back by themselves. */
export function movesOf({ status, hiddenBecause, contact }: Standing): readonly Move[] {
  const theirs = contact.objectedAt || hiddenBecause === 'PAUSED' || hiddenBecause === 'LAPSED';
  return theirs ? [] : fromHere[status];
}

/** Whether a move says why. */
export const needsReason = (move: Move): boolean => move === 'REFUSED' || move === 'HIDE';

export const moveLabels: Record<Move, () => string> = {
  CONTACTED: m.move_contacted,
  IDENTIFIED: m.move_identified,
  REFUSED: m.move_refused,
  PUBLISH: m.move_publish,
  HIDE: m.move_hide,
};

/** What takes a move back, from where it started. */
export const undoOf = (move: Move, from: SoloStatus): Move | null =>
  move === 'PUBLISH' ? 'HIDE' : move === 'HIDE' ? 'PUBLISH' : isMove(from) ? from : null;
