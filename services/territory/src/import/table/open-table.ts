import { ImportRefusedError } from '../import-refused.js';
import type { Layout } from '../layout.js';
import { type FileKind, fileKind } from './file-kind.js';
import { readFeatures } from './read-features.js';
import { readParquet } from './read-parquet.js';
import { isSpreadsheet, readSheet } from './read-sheet.js';
import { readTable, type Table } from './read-table.js';
import { gunzip } from './unpack.js';
import { openZip, type ZipArchive } from './zip-archive.js';

/** A file, or a file within one, in any of the forms in which tables are published. */
export interface TableInput {
  bytes: AsyncIterable<Buffer>;
  /** A file of this computer with these bytes, for forms that are not read from their start; reads them all. */
  toPath(bytes: AsyncIterable<Buffer>): Promise<string>;
  /** The same for bytes that were unpacked. */
  spool(bytes: AsyncIterable<Buffer>): Promise<string>;
  /** How far it was read, for those forms. */
  onProgress(share: number): void;
}

interface Wanted<L extends Layout> {
  layouts: readonly L[];
  /** What it may be instead, to say so. */
  others: readonly Layout[];
}

const ENOUGH = 4096;

/** Opens a table: text, GeoJSON, Parquet, an Excel workbook, or one of these in a ZIP or gzip archive. */
export async function openTable<L extends Layout>(
  input: TableInput,
  wanted: Wanted<L>,
  within?: 'archive',
): Promise<Table<L>> {
  const { head, bytes } = await peek(input.bytes);
  const kind = fileKind(head);
  if (within && (kind === 'zip' || kind === 'gzip'))
    throw new ImportRefusedError('file: it is an archive within an archive');
  const { layouts, others } = wanted;
  const open: Record<FileKind, () => Promise<Table<L>>> = {
    text: () => readTable(bytes, layouts, others),
    features: () => readFeatures(bytes, layouts, others),
    gzip: () => openTable({ ...input, bytes: gunzip(bytes), toPath: input.spool }, wanted, 'archive'),
    parquet: async () => readParquet(await input.toPath(bytes), layouts, others, input.onProgress),
    zip: async () => openArchive(await openZip(await input.toPath(bytes)), input, wanted),
  };
  return open[kind]();
}

async function openArchive<L extends Layout>(
  archive: ZipArchive,
  input: TableInput,
  wanted: Wanted<L>,
): Promise<Table<L>> {
  try {
    const table = isSpreadsheet(archive)
      ? await readSheet(archive, wanted.layouts, wanted.others, input.onProgress)
      : await openEntry(archive, input, wanted);
    return { layout: table.layout, batches: closing(table.batches, archive) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** The file of the archive that is the dataset's: its columns tell, its name does not. */
async function openEntry<L extends Layout>(
  { entries }: ZipArchive,
  input: TableInput,
  wanted: Wanted<L>,
): Promise<Table<L>> {
  const problems: ImportRefusedError[] = [];
  for (const entry of [...entries].sort((a, b) => b.size - a.size)) {
    let read = 0;
    const unpacked = await entry.bytes();
    const bytes = (async function* () {
      for await (const chunk of unpacked) {
        read += chunk.length;
        input.onProgress(read / entry.size);
        yield chunk;
      }
    })();
    try {
      return await openTable({ ...input, bytes, toPath: input.spool }, wanted, 'archive');
    } catch (error) {
      await bytes.return(undefined);
      if (!(error instanceof ImportRefusedError)) throw error;
      problems.push(error);
    }
  }
  const [largest] = problems;
  if (!largest) throw new ImportRefusedError('file: this archive is empty');
  if (problems.length === 1) throw largest;
  throw new ImportRefusedError(
    `file: none of the ${problems.length} files of this archive fits; of the largest: ${largest.problems.join(' ')}`,
  );
}

async function* closing<T>(batches: AsyncGenerator<T>, archive: ZipArchive): AsyncGenerator<T> {
  try {
    yield* batches;
  } finally {
    archive.close();
  }
}

async function peek(bytes: AsyncIterable<Buffer>): Promise<{ head: Buffer; bytes: AsyncIterable<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let done = false;
  while (head.length < ENOUGH && !done) {
    const next = await iterator.next();
    done = next.done === true;
    if (!next.done) head = head.length > 0 ? Buffer.concat([head, next.value]) : next.value;
  }
  async function* again() {
    try {
      if (head.length > 0) yield head;
      while (!done) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.(undefined);
    }
  }
  return { head, bytes: again() };
}
