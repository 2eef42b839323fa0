import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { DEFINITIONS, type Definition } from './definitions.js';
import type { IndicatorPeriod } from './indicator-figure.js';
import { type Reader, selectPeriods } from './indicator-figures.queries.js';
import type { IndicatorKey } from './indicator-key.js';
import { readWays, type WayRow } from './indicator-ways.queries.js';
import { type CommuneRow, selectCommuneRows } from './installed-communes.queries.js';
import { FIRST_DAY, monthsOf, type Period, yearsOf } from './period.js';

/** A figure that another service counts, as it was when the snapshot was taken. */
export interface ElsewhereFigure {
  key: IndicatorKey;
  value: number | null;
}

/** What a snapshot keeps: everything its pages show, exact, with the rules of the day. */
export interface SnapshotContent {
  period: IndicatorPeriod;
  elsewhere: ElsewhereFigure[];
  /** Every calendar year until its end: by them it is judged what the public may see. */
  years: IndicatorPeriod[];
  /** The months of the period; none when they are too many to be read. */
  months: IndicatorPeriod[];
  ways: WayRow[];
  communes: CommuneRow[];
  definitions: Definition[];
}

const LONGEST_BY_MONTH = 366 * 3;

/** Counts all that a snapshot keeps, as the records say it today. */
export async function countSnapshot(
  reader: Reader,
  territoryId: string,
  period: Period,
  elsewhere: ElsewhereFigure[],
): Promise<SnapshotContent> {
  const years = yearsOf({ from: FIRST_DAY, to: period.to });
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  const months = days <= LONGEST_BY_MONTH ? monthsOf(period) : [];
  const counted = await selectPeriods(reader, territoryId, [period, ...years, ...months]);
  const ways = await readWays(reader, territoryId, period, reportingDate());
  const communes = await selectCommuneRows(reader, territoryId, period);
  return {
    period: counted[0]!,
    elsewhere,
    years: counted.slice(1, 1 + years.length),
    months: counted.slice(1 + years.length),
    ways,
    communes,
    definitions: [...DEFINITIONS],
  };
}
