import type { SubgraphContext } from '@ancrage/subgraph';
import { DEFINITIONS } from './definitions.js';
import type { IndicatorFigure, IndicatorPeriod } from './indicator-figure.js';
import { IndicatorKey, IndicatorService } from './indicator-key.js';
import type { Period } from './period.js';

/** Whoever reads figures: a request, or the demonstration. */
export type Reader = Pick<SubgraphContext, 'read'>;

interface FigureRow {
  territoryId: string;
  /** Of the period among those that were asked, from 1. */
  place: number;
  indicator: IndicatorKey;
  value: number | null;
  known: number;
  total: number;
  households: number;
  demonstration: boolean;
}

const OWN = DEFINITIONS.filter(({ service }) => service === IndicatorService.ACCOMPANIMENT);
/** What rests on what people said: without an answer it is unknown, and no zero. */
const STATED: ReadonlySet<IndicatorKey> = new Set([
  IndicatorKey.JOBS,
  IndicatorKey.STILL_HERE_6,
  IndicatorKey.STILL_HERE_12,
  IndicatorKey.MEDIAN_DAYS,
  IndicatorKey.STEPS_ON_TIME,
]);

/**
 * Every figure that this service counts, of one territory in several periods, exact. The database gives numbers alone,
 * never a row; whoever shows them to the public suppresses.
 */
export async function selectPeriods(
  context: Reader,
  territoryId: string,
  periods: readonly Period[],
): Promise<IndicatorPeriod[]> {
  const rows = await context.read<FigureRow & Record<string, unknown>>({
    name: 'indicator figures',
    text: `select territory_id as "territoryId", place, indicator, value, known, total, households, demonstration
      from indicator_figures(array[$1::uuid], $2::date[], $3::date[])`,
    values: [territoryId, periods.map(({ from }) => from), periods.map(({ to }) => to)],
  });
  return periods.map((period, index) => {
    const found = rows.filter(({ place }) => place === index + 1);
    return {
      ...period,
      figures: OWN.map(({ key }) =>
        figureOf(
          key,
          found.find(({ indicator }) => indicator === key),
        ),
      ),
      demonstration: found.some(({ demonstration }) => demonstration),
    };
  });
}

function figureOf(key: IndicatorKey, row: FigureRow | undefined): IndicatorFigure {
  const { known = 0, total = 0, households = 0 } = row ?? {};
  const unknown = STATED.has(key) && known === 0;
  return { key, value: unknown ? null : (row?.value ?? 0), suppressed: false, known, total, households };
}

/** Whether anything at all was recorded in a period. */
export const hasData = ({ figures }: IndicatorPeriod): boolean => figures.some(({ total }) => total !== 0);

/** The value of one figure of a period; 0 where it is unknown. */
export const numberOf = ({ figures }: IndicatorPeriod, key: IndicatorKey): number =>
  figures.find((figure) => figure.key === key)?.value ?? 0;
