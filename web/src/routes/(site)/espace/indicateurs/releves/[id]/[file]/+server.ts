import { IndicatorSnapshotDocument } from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { isReportFile } from '#lib/server/indicators/report.ts';
import { reportResponse } from '#lib/server/indicators/report-response.ts';
import { snapshotReport } from '#lib/server/indicators/snapshot-report.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** A snapshot as a report to print, or as a table, whole. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { file, id: slug } = event.params;
  const gateway = await memberGateway(event);
  const { indicatorSnapshot } = await gateway.ask(IndicatorSnapshotDocument, { slug });
  if (!indicatorSnapshot || !isReportFile(file)) {
    return notFound();
  }
  return reportResponse(file, snapshotReport(indicatorSnapshot), tenantIn(event.locals), privatePage);
};
