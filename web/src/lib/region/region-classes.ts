import { roundBreaks } from '#lib/map/classes.ts';
import type { FigureName } from './region-figure.ts';
import type { RegionRow } from './region-page.server.ts';

/** How a territory is coloured: a step of the ramp, kept back, or not known. */
export type RegionStep = number | 'kept' | 'unknown';

const shareBreaks = [0.25, 0.5, 0.75, 0.9];

/** Where the colours part, and which one each territory has. */
export function regionClasses(rows: readonly RegionRow[], figure: FigureName) {
  const known = rows.flatMap(({ cells }) => cells[figure].value ?? []);
  const breaks = figure === 'fibre' ? shareBreaks : roundBreaks(known);
  const steps = new Map<string, RegionStep>(
    rows.map(({ id, cells }) => {
      const { value, suppressed } = cells[figure];
      if (value === null) {
        return [id, suppressed ? 'kept' : 'unknown'];
      }
      return [id, breaks.filter((limit) => value >= limit).length];
    }),
  );
  return { breaks, steps };
}
