/** Figures about fewer persons than this are not published for a region. */
export const SUPPRESSION_THRESHOLD = 5;

export interface PublishedFigure {
  value: number | null;
  suppressed: boolean;
}

/** Whether a number counts somebody, and too few to be published. */
export const isSmall = (value: number): boolean => value > 0 && value < SUPPRESSION_THRESHOLD;

/** A single figure about persons; 0 says nothing about anybody, so it is published. */
export function suppress(value: number): PublishedFigure {
  return isSmall(value) ? { value: null, suppressed: true } : { value, suppressed: false };
}

/** A figure that includes others that are published too: where what is left beside one of them is small, it is kept back. */
export function suppressAround(value: number, included: readonly number[]): PublishedFigure {
  const givesAway = included.some((part) => isSmall(value - part));
  return givesAway ? { value: null, suppressed: true } : suppress(value);
}

/**
 * The cells of a breakdown whose total is published too. Where the total would give small cells away, another that
 * holds anybody is suppressed with them: the next in order, for one chosen by its size would tell its size.
 */
export function suppressBreakdown(values: readonly number[]): PublishedFigure[] {
  const cells = values.map(suppress);
  const small = values.filter(isSmall);
  const sum = small.reduce((total, value) => total + value, 0);
  // Of several whose sum is the least or the most that they can have, each is known.
  const hidden = small.length > 1 && sum > small.length && sum < small.length * (SUPPRESSION_THRESHOLD - 1);
  if (small.length === 0 || hidden) return cells;
  const first = values.findIndex(isSmall);
  const inOrder = [...values.keys()].map((offset) => (first + offset) % values.length);
  const second = inOrder.find((index) => (values[index] as number) >= SUPPRESSION_THRESHOLD);
  if (second !== undefined) cells[second] = { value: null, suppressed: true };
  return cells;
}
