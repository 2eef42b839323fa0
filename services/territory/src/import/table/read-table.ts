import { ImportRefusedError } from '../import-refused.js';
import type { Layout } from '../layout.js';
import { decodeLines } from './decode.js';
import { findHeader } from './find-header.js';
import { rowMaker } from './row-maker.js';
import { splitRecords } from './split-records.js';

/** The values of a layout's columns; '' where the file has none. */
export type Row = Readonly<Record<string, string>>;

export interface TableRow {
  line: number;
  /** Null for a record that the file's grammar or its header does not allow; `problem` says why. */
  row: Row | null;
  problem?: string;
}

export interface Table<L extends Layout> {
  layout: L;
  batches: AsyncGenerator<TableRow[]>;
}

const LONGEST_RECORD = 8 << 20;

/** Reads a CSV table of one of the layouts, block by block. */
export async function readTable<L extends Layout>(
  bytes: AsyncIterable<Buffer>,
  layouts: readonly L[],
  others: readonly Layout[],
): Promise<Table<L>> {
  let openEnd = false;
  const blocks = decodeLines(bytes, () => {
    openEnd = true;
  });
  const { value: first } = await blocks.next();
  const header = findHeader(first ?? '', layouts, others);
  const widths = header.layout.headless?.widths ?? [header.names.length];
  const { wanted, count, toRow: makeRow } = rowMaker(header.layout, header.names);

  async function* batches(): AsyncGenerator<TableRow[]> {
    let rest = (first ?? '').slice(header.end);
    let line = header.lines + 1;
    for (let done = false; !done; ) {
      const next = await blocks.next();
      done = next.done === true;
      if (rest.length > LONGEST_RECORD)
        throw new ImportRefusedError(`line ${line}: a quote is opened there and never closed`);
      const split = splitRecords(rest, header.separator, wanted, count, line, done);
      rest = split.rest + (next.value ?? '');
      line = split.nextLine;
      const end = split.records.at(-1);
      // What is missing after it would count as gone.
      if (done && openEnd && end && !widths.includes(end.width))
        throw new ImportRefusedError(`line ${end.line}: the file ends in the middle of a row, it was cut`);
      if (split.records.length > 0) yield split.records.map(toRow);
    }
  }

  function toRow({ line, width, values }: { line: number; width: number; values: string[] }): TableRow {
    if (!widths.includes(width))
      return {
        line,
        row: null,
        problem:
          width === -1
            ? 'a quote is opened and never closed'
            : `${width} columns instead of ${widths.join(' or ')}`,
      };
    return { line, row: makeRow(values) };
  }

  return { layout: header.layout, batches: batches() };
}
