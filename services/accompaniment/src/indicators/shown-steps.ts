import { isSmall } from '@ancrage/subgraph/suppression';

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
