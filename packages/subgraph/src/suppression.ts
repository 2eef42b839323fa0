/** Figures about fewer persons than this are not published for a region. */
export const SUPPRESSION_THRESHOLD = 5;

export interface PublishedFigure {
  value: number | null;
  suppressed: boolean;
}

/** A single figure about persons; 0 says nothing about anybody, so it is published. */
export function suppress(value: number): PublishedFigure {
  return value > 0 && value < SUPPRESSION_THRESHOLD
    ? { value: null, suppressed: true }
    : { value, suppressed: false };
}

/**
 * The cells of a breakdown whose total is published too. Where exactly one cell is small, the total would give it
 * away, so the smallest of the others that holds anybody is suppressed with it.
 */
export function suppressBreakdown(values: readonly number[]): PublishedFigure[] {
  const cells = values.map(suppress);
  if (cells.filter((cell) => cell.suppressed).length !== 1) return cells;
  let second = -1;
  values.forEach((value, index) => {
    const smaller = second === -1 || value < (values[second] as number);
    if (!cells[index]?.suppressed && value > 0 && smaller) second = index;
  });
  if (second !== -1) cells[second] = { value: null, suppressed: true };
  return cells;
}
