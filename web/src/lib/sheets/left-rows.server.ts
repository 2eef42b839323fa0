import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';

/** What a page shows of the rows that are left; the file gives them all. */
export const leftShown = 100;

/** The rows of a list that were left, as they were sent, with the reason beside: to be corrected and sent again. */
export function leftRows(
  format: string,
  list: {
    headers: string[];
    report: { left: { line: number; words: string[]; cells: string[] }[] } | null;
  } | null,
): Response | Promise<Response> {
  if (!list?.report || !isExportFormat(format)) {
    return notFound();
  }
  const rows: Cell[][] = list.report.left.map(({ line, words, cells }) => [line, words.join(' '), ...cells]);
  return exportResponse(format, {
    fileName: 'lignes-laissees',
    head: [m.list_line_head(), m.list_why(), ...list.headers],
    pages: (async function* () {
      yield rows;
    })(),
  });
}
