import { dayOf, formatDay, formatPeriod } from '#lib/format/dates.ts';
import { firstDay, parsePeriod } from '#lib/indicators/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { privatePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { readBoard } from '#lib/server/indicators/board.ts';
import { isReportFile } from '#lib/server/indicators/report.ts';
import { reportResponse } from '#lib/server/indicators/report-response.ts';
import { memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** The page as a report to print, or as a table with its definitions. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { file } = event.params;
  if (!isReportFile(file)) {
    return notFound();
  }
  const now = new Date().toISOString();
  const period = parsePeriod(event.url.searchParams, dayOf(now));
  const board = await readBoard(event, period);
  const report = {
    ...board,
    origins: board.origins ?? null,
    ...period,
    period: period.from === firstDay ? m.indicators_since_ever() : formatPeriod(period.from, period.to),
    dated: m.indicators_counted_on({ date: formatDay(now) }),
    comment: null,
  };
  return reportResponse(file, report, tenantIn(event.locals), privatePage);
};
