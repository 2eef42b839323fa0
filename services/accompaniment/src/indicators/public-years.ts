import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import type { IndicatorPeriod } from './indicator-figure.js';
import { hasData, selectPeriods } from './indicator-figures.queries.js';
import { FIRST_DAY, yearsOf } from './period.js';
import { publicYears } from './public-figures.js';

/**
 * The calendar years of a territory that are over, from the first of which something is known, as the public may see
 * them. All of them are weighed together, whichever are asked for: two questions give no more away than one.
 */
export function loadPublicYears(context: SubgraphContext, territoryId: string): Promise<IndicatorPeriod[]> {
  return context.load('public years', territoryId, (ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const years = await selectPeriods(context, id, yearsOf({ from: FIRST_DAY, to: reportingDate() }));
        const running = years.pop() ?? null;
        const first = years.findIndex(hasData);
        return publicYears(first === -1 ? [] : years.slice(first), running);
      }),
    ),
  );
}
