import { SoloImportDocument } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { RequestHandler } from './$types';

/** The rows that were left, as they were sent, with the reason beside: to be corrected and sent again. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { format, id } = event.params;
  const gateway = await memberGateway(event);
  const { soloImport } = await gateway.ask(SoloImportDocument, { id });
  if (!soloImport?.report || !isExportFormat(format)) {
    return notFound();
  }
  const { headers, report } = soloImport;
  const rows: Cell[][] = report.left.map(({ line, words, cells }) => [line, words.join(' '), ...cells]);
  return exportResponse(format, {
    fileName: 'lignes-laissees',
    head: [m.list_line_head(), m.list_why(), ...headers],
    pages: (async function* () {
      yield rows;
    })(),
  });
};
