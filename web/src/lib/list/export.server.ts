import writeExcelFile from 'write-excel-file/node';
import { type Cell, csvLine, csvOf, harmless } from './csv.ts';

/** Rows of one export at most; a spreadsheet beyond it is no longer read by anybody. */
export const exportLimit = 200_000;

export type ExportFormat = 'csv' | 'xlsx';
export const isExportFormat = (value: string): value is ExportFormat => value === 'csv' || value === 'xlsx';

type Export = { fileName: string; head: string[]; pages: AsyncIterable<Cell[][]> };

/** A list as a file to keep: CSV as it is read, page by page; a workbook once it is whole. */
export function exportResponse(
  format: ExportFormat,
  { fileName, head, pages }: Export,
): Response | Promise<Response> {
  const headers = (type: string) => ({
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}.${format}"`,
    'cache-control': 'private, no-store',
  });
  if (format === 'csv') {
    return new Response(csvStream(head, pages), {
      headers: headers('text/csv; charset=utf-8; header=present'),
    });
  }
  return workbook(head, pages).then(
    (bytes) =>
      new Response(bytes, {
        headers: headers('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
      }),
  );
}

function csvStream(head: string[], pages: AsyncIterable<Cell[][]>): ReadableStream<Uint8Array> {
  const iterator = pages[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(csvOf([head]))),
    pull: async (stream) => {
      const { done, value } = await iterator.next();
      if (done) {
        stream.close();
      } else {
        stream.enqueue(encoder.encode(value.map(csvLine).join('')));
      }
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

async function workbook(head: string[], pages: AsyncIterable<Cell[][]>): Promise<Uint8Array<ArrayBuffer>> {
  const rows: Cell[][] = [];
  for await (const page of pages) {
    rows.push(...page);
  }
  const title = head.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((cell) =>
      cell === null
        ? null
        : typeof cell === 'number'
          ? { value: cell, type: Number }
          : // Typed as text it is never computed; the apostrophe also protects it once it is saved again as CSV.
            { value: harmless(cell), type: String },
    ),
  );
  const columns = head.map((label, index) => ({ width: widthOf(label, rows, index) }));
  const buffer = await writeExcelFile([title, ...body], { columns, stickyRowsCount: 1 }).toBuffer();
  return new Uint8Array(buffer);
}

/** Wide enough for what the first rows hold, in characters. */
const widthOf = (label: string, rows: Cell[][], index: number): number =>
  Math.min(
    60,
    Math.max(label.length, ...rows.slice(0, 200).map((row) => String(row[index] ?? '').length)) + 2,
  );
