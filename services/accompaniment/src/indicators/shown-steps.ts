import { isSmall } from '@ancrage/subgraph/suppression';

/**
 * The steps of a way that may show: each counts none or five at least, and so does the difference to every other one that
 * shows, by which those who left between them are known.
 * @param included by step, counts that are published elsewhere of households that the step holds: what is left beside
 * them must not be small either
 */
export function shownSteps(
  values: readonly number[],
  included: readonly (readonly number[])[] = [],
): boolean[] {
  const shown: number[] = [];
  return values.map((value, index) => {
    const known = [...shown, ...(included[index] ?? [])];
    const apart = !isSmall(value) && known.every((other) => !isSmall(Math.abs(other - value)));
    if (apart) shown.push(value);
    return apart;
  });
}
