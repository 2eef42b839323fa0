type Shown = { type: { code: string }; status: string; count: number | null; conflict: boolean };

/**
 * The facts of a family that one click vouches for: those with an answer and no open conflict, and only as they were
 * when the person read them. `read` is « D265:2,D281:0 », written with the page; whatever changed since is left out.
 */
export function confirmed(facts: Shown[], read: string): { type: string; count: number }[] {
  const seen = new Set(read.split(','));
  return confirmable(facts).filter(({ type, count }) => seen.has(`${type}:${count}`));
}

export const confirmable = (facts: Shown[]): { type: string; count: number }[] =>
  facts.flatMap(({ type, count, conflict }) =>
    count === null || conflict ? [] : [{ type: type.code, count }],
  );

export const readNow = (facts: Shown[]): string =>
  confirmable(facts)
    .map(({ type, count }) => `${type}:${count}`)
    .join(',');
