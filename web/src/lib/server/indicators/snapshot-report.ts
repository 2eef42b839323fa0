import { formatDay, formatPeriod } from '#lib/format/dates.ts';
import type { IndicatorSnapshotQuery } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Report } from './report.ts';

/** A snapshot as it is read; for visitors parts of it are empty. */
export type Snapshot = NonNullable<IndicatorSnapshotQuery['indicatorSnapshot']>;

/** A snapshot as a report. */
export const snapshotReport = (snapshot: Snapshot): Report => ({
  period: snapshot.year === null ? formatPeriod(snapshot.from, snapshot.to) : String(snapshot.year),
  from: snapshot.from,
  to: snapshot.to,
  by: 'MONTH',
  dated: m.indicators_frozen_on({ date: formatDay(snapshot.takenAt) }),
  comment: snapshot.comment ?? null,
  definitions: snapshot.definitions,
  figures: snapshot.figures,
  trend: snapshot.months,
  steps: snapshot.funnel,
  origins: snapshot.origins ?? null,
  communes: snapshot.communes,
  demonstration: snapshot.demonstration,
});
