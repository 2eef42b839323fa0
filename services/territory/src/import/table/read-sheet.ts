import { ImportRefusedError } from '../import-refused.js';
import type { Layout } from '../layout.js';
import { chooseHeader, PREAMBLE } from './find-header.js';
import type { Table, TableRow } from './read-table.js';
import { rowMaker } from './row-maker.js';
import { readSharedTexts, readSheetRows, type SheetRow } from './sheet-parser.js';
import type { ZipArchive } from './zip-archive.js';

/** Held in memory as a whole; a hundred times those of the largest official file. */
const LARGEST_TEXTS = 192 << 20;

export const isSpreadsheet = ({ entries }: ZipArchive): boolean =>
  entries.some(({ name }) => name === 'xl/workbook.xml');

/** Reads the sheet of an Excel workbook that has the columns of a layout, row by row. */
export async function readSheet<L extends Layout>(
  archive: ZipArchive,
  layouts: readonly L[],
  others: readonly Layout[],
  onProgress: (share: number) => void,
): Promise<Table<L>> {
  const sheets = archive.entries
    .filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .sort((a, b) => b.size - a.size);
  const texts = archive.entries.find(({ name }) => name === 'xl/sharedStrings.xml');
  if (texts && texts.size > LARGEST_TEXTS)
    throw new ImportRefusedError(
      `file: the texts of this workbook are larger than ${LARGEST_TEXTS >> 20} MiB`,
    );
  const sharedTexts = texts ? await readSharedTexts(await texts.bytes()) : [];
  let problem: unknown = new ImportRefusedError('file: this workbook has no sheet');
  for (const sheet of sheets) {
    let read = 0;
    const watched = async function* (bytes: AsyncIterable<Buffer>) {
      for await (const chunk of bytes) {
        read += chunk.length;
        onProgress(read / sheet.size);
        yield chunk;
      }
    };
    const rows = readSheetRows(watched(await sheet.bytes()), sharedTexts);
    try {
      return await readRowsOf(rows, layouts, others);
    } catch (error) {
      await rows.return(undefined);
      if (!(error instanceof ImportRefusedError)) throw error;
      // The largest sheet says best what the workbook is.
      if (sheet === sheets[0]) problem = error;
    }
  }
  throw problem;
}

async function readRowsOf<L extends Layout>(
  rows: AsyncGenerator<SheetRow[]>,
  layouts: readonly L[],
  others: readonly Layout[],
): Promise<Table<L>> {
  const first: SheetRow[] = [];
  while (first.length <= PREAMBLE) {
    const { value, done } = await rows.next();
    if (done) break;
    first.push(...value);
  }
  const candidates = first.slice(0, PREAMBLE).map((row) => ({ names: row.values, row }));
  const { layout, names, row: header } = chooseHeader(candidates, layouts, others);
  const { wanted, count, toRow } = rowMaker(layout, names);

  async function* batches(): AsyncGenerator<TableRow[]> {
    yield first.filter(({ line }) => line > header.line).map(toTableRow);
    for await (const batch of rows) yield batch.map(toTableRow);
  }

  function toTableRow({ line, values }: SheetRow): TableRow {
    const found = new Array<string>(count).fill('');
    for (const [column, value] of values.entries()) {
      const place = wanted[column] ?? -1;
      if (place >= 0) found[place] = value.trim();
    }
    return { line, row: toRow(found) };
  }
  return { layout, batches: batches() };
}
