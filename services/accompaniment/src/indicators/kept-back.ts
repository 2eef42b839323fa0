import { SUPPRESSION_THRESHOLD } from '@ancrage/subgraph/suppression';

const isSmall = (value: number): boolean => value > 0 && value < SUPPRESSION_THRESHOLD;

/**
 * Which cells of a table are kept from the public when its total is published. While any counts 1 to 4, none below five
 * shows, the empty ones included; and what is kept back together holds five at least, or the total would give it away:
 * the smallest others are kept back with it until it does. `apart` is what the total counts besides the cells.
 */
export function keptBack(values: readonly number[], apart = 0): boolean[] {
  if (!values.some(isSmall) && !isSmall(apart)) return values.map(() => false);
  const kept = values.map((value) => value < SUPPRESSION_THRESHOLD);
  const held = () => values.reduce((sum, value, index) => (kept[index] ? sum + value : sum), apart);
  const others = [...values.keys()]
    .filter((index) => !kept[index])
    .sort((one, other) => values[one]! - values[other]!);
  for (const index of others) {
    if (held() >= SUPPRESSION_THRESHOLD) break;
    kept[index] = true;
  }
  return kept;
}

/**
 * The steps of a way that may show: each counts none or five at least, and so does the difference to every other one that
 * shows, by which those who left between them are known.
 */
export function shownSteps(values: readonly number[]): boolean[] {
  const shown: number[] = [];
  return values.map((value) => {
    const apart = !isSmall(value) && shown.every((other) => !isSmall(Math.abs(other - value)));
    if (apart) shown.push(value);
    return apart;
  });
}
