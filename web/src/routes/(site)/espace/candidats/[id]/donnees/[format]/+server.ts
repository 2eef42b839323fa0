import { ExportHouseholdDataDocument } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse } from '#lib/list/export.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { RequestHandler } from './$types';

type Row = Record<string, unknown>;
type Held = { record: Record<string, Row[]>; merges: Row[]; refusals: Row[] };

/** All that is held of one household, to be given to it: for machines as it is, or line by line for a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { id, format } = event.params;
  if (format !== 'json' && format !== 'csv') {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const { exportHouseholdData } = await gateway.change(ExportHouseholdDataDocument, { prospectId: id });
  const { fileName, json } = exportHouseholdData;
  if (format === 'csv') {
    return exportResponse('csv', {
      fileName: fileName.replace(/\.json$/, ''),
      head: [m.data_table(), m.data_row(), m.data_column(), m.data_value()],
      pages: (async function* () {
        yield linesOf(JSON.parse(json) as Held);
      })(),
    });
  }
  return new Response(json, {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });
};

/** A line for each value: rows of different tables have nothing else in common. */
function linesOf({ record, merges, refusals }: Held): Cell[][] {
  const tables = { ...record, prospect_merge: merges, mail_refusal: refusals };
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows.flatMap((row, index) =>
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== '')
        .map(([column, value]): Cell[] => [
          table,
          index + 1,
          column,
          typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value),
        ]),
    ),
  );
}
