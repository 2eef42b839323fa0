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
 * The cells of a breakdown whose total is published too. While any counts 1 to 4, none below five shows, the empty ones
 * included, and larger ones are kept back with them: one at least, in the order of the list (one chosen by its size
 * would tell its size), and more until what is hidden leaves every small cell open, even to somebody who knows this
 * rule.
 * @param apart what the total counts besides the cells
 */
export function suppressBreakdown(values: readonly number[], apart = 0): PublishedFigure[] {
  const hidden = hiddenCells(values, apart);
  return values.map((value, index) =>
    hidden.has(index) ? { value: null, suppressed: true } : { value, suppressed: false },
  );
}

function hiddenCells(values: readonly number[], apart: number): Set<number> {
  if (!values.some(isSmall) && !isSmall(apart)) return new Set();
  const hidden = new Set([...values.keys()].filter((index) => values[index]! < SUPPRESSION_THRESHOLD));
  // By how much what is hidden exceeds the least that its larger cells can count: what others may share among them.
  let open = [...hidden].reduce((sum, index) => sum + values[index]!, apart);
  let larger = 0;
  for (const [index, value] of values.entries()) {
    if (larger > 0 && open >= SUPPRESSION_THRESHOLD - 1) break;
    if (hidden.has(index)) continue;
    hidden.add(index);
    larger += 1;
    open += value - SUPPRESSION_THRESHOLD;
  }
  return hidden;
}
