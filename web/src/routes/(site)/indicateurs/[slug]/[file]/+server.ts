import { IndicatorSnapshotDocument } from '#lib/graphql/generated/graphql.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { isReportFile } from '#lib/server/indicators/report.ts';
import { reportResponse } from '#lib/server/indicators/report-response.ts';
import { snapshotReport } from '#lib/server/indicators/snapshot-report.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** A published snapshot as a report to print, or as a table, as everybody may read it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { indicatorSnapshot } = await locals.gateway.ask(IndicatorSnapshotDocument, {
    slug: params.slug.slice(0, 100),
  });
  if (!indicatorSnapshot || indicatorSnapshot.withdrawnAt || !isReportFile(params.file)) {
    return notFound();
  }
  return reportResponse(params.file, snapshotReport(indicatorSnapshot), tenantIn(locals), publicPage);
};
