/** What was typed into a move that was refused, and why it was. */
export type MoveTold = { id: string; to: string; reason: string; note: string; problem: string };

/** What the answer of the move's action tells; null when it tells of something else. */
export function moveTold(form: unknown): MoveTold | null {
  const said = form as { moving?: Omit<MoveTold, 'problem'>; moveProblem?: string } | null;
  return said?.moving && said.moveProblem ? { ...said.moving, problem: said.moveProblem } : null;
}
