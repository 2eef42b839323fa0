import { isSmall, suppressBreakdown } from '@ancrage/subgraph/suppression';
import type { IndicatorFigure, IndicatorPeriod } from './indicator-figure.js';
import { numberOf } from './indicator-figures.queries.js';
import { IndicatorKey } from './indicator-key.js';

/** What happened in a year: their sum over all years is published, so the years are cells of one table. */
const FLOWS = [IndicatorKey.PROSPECTS, IndicatorKey.ATTENDED, IndicatorKey.EFFECTIVE, IndicatorKey.ABANDONED];
/** What stands on a day: two days give neither who came nor who went. */
const STANDING: ReadonlySet<IndicatorKey> = new Set([IndicatorKey.PLANNED, IndicatorKey.SPONSORSHIPS_ACTIVE]);
/** What describes the households that settled in the year: it shows where their number does. */
const OF_SETTLED: ReadonlySet<IndicatorKey> = new Set([IndicatorKey.PEOPLE, IndicatorKey.MEDIAN_DAYS]);
/** A part of those of whom it is known: neither the part nor the rest may be small. */
const OF_ANSWERS: ReadonlySet<IndicatorKey> = new Set([
  IndicatorKey.STILL_HERE_6,
  IndicatorKey.STILL_HERE_12,
]);

/**
 * What the public may see of the years that are over, when it may also see how many there are until today. `running` is
 * the year that is not over: it is in that total, so what it counts can be computed from it and the others.
 */
export function publicYears(
  years: readonly IndicatorPeriod[],
  running: IndicatorPeriod | null,
): IndicatorPeriod[] {
  const published = new Map(
    FLOWS.map((key) => [
      key,
      suppressBreakdown(
        years.map((year) => numberOf(year, key)),
        running ? numberOf(running, key) : 0,
      ),
    ]),
  );
  return years.map((year, index) => ({
    ...year,
    figures: year.figures.map((figure) => {
      const settledShow = published.get(IndicatorKey.EFFECTIVE)?.[index]?.suppressed === false;
      const shows =
        published.get(figure.key)?.[index]?.suppressed === false || showsByItself(figure, settledShow, year);
      return publicFigure(figure, shows);
    }),
  }));
}

function showsByItself(figure: IndicatorFigure, settledShow: boolean, year: IndicatorPeriod): boolean {
  const { key, value, known, total } = figure;
  if (FLOWS.includes(key) || key === IndicatorKey.CHILDREN) return false;
  if (OF_SETTLED.has(key)) return settledShow;
  if (value === null) return total === 0;
  if (STANDING.has(key)) return !isSmall(value);
  if (OF_ANSWERS.has(key)) return !isSmall(value) && !isSmall((known ?? 0) - value) && !isSmall(known ?? 0);
  // Jobs and steps are not persons; their number of households is what could give somebody away.
  if (key === IndicatorKey.JOBS) return settledShow && !isSmall(known ?? 0) && !isSmall(value);
  return settledShow && numberOf(year, IndicatorKey.EFFECTIVE) > 0 && !isSmall(figure.households ?? 0);
}

/** A figure without what it rests on, and without its value where that is kept back. */
export const publicFigure = (figure: IndicatorFigure, shows: boolean): IndicatorFigure => ({
  key: figure.key,
  value: shows ? figure.value : null,
  suppressed: !shows,
  known: null,
  total: null,
  households: null,
});
