import { exportResponse } from '#lib/list/export.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Tenant } from '../tenant.ts';
import { type Report, type ReportFile, reportName } from './report.ts';
import { reportHead, reportRows } from './report-rows.ts';
import { reportSheet } from './report-sheet.ts';

/** A report as a file, in the name of the territory; `caching` says who may keep it. */
export async function reportResponse(
  file: ReportFile,
  report: Report,
  { slug, name, theme }: Pick<Tenant, 'slug' | 'name' | 'theme'>,
  caching: Record<string, string>,
): Promise<Response> {
  const fileName = reportName(slug, report);
  if (file !== 'rapport.pdf') {
    return exportResponse(file === 'export.csv' ? 'csv' : 'xlsx', {
      fileName,
      head: reportHead(),
      pages: reportRows(report),
    });
  }
  const bytes = await reportSheet(report, { locale: getLocale(), site: name, accent: theme.accent });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}.pdf"`,
      ...caching,
    },
  });
}
