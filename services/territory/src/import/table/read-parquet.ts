import { open } from 'node:fs/promises';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { ImportRefusedError } from '../import-refused.js';
import type { Layout } from '../layout.js';
import { chooseHeader } from './find-header.js';
import type { Table, TableRow } from './read-table.js';
import { rowMaker } from './row-maker.js';
import { refuseBomb } from './unpack.js';

/** Rows decoded at once; a row group may hold a million. */
const ROWS = 1 << 15;
const LARGEST_FOOTER = 64 << 20;

/** Reads a Parquet file by its row groups, only the columns that a layout wants. Lines are counted in rows. */
export async function readParquet<L extends Layout>(
  path: string,
  layouts: readonly L[],
  others: readonly Layout[],
  onProgress: (share: number) => void,
): Promise<Table<L>> {
  const { file, close } = await openBuffer(path);
  try {
    const metadata = await readable(() => parquetMetadataAsync(file));
    const names = topColumns(metadata);
    const { layout } = chooseHeader([{ names }], layouts, others);
    const { wanted, count, toRow } = rowMaker(layout, names);
    const columns = names.filter((_, column) => (wanted[column] ?? -1) >= 0);
    refuseBomb(unpackedSize(metadata, new Set(columns)), file.byteLength);
    const total = Number(metadata.num_rows);

    async function* batches(): AsyncGenerator<TableRow[]> {
      try {
        let line = 0;
        for (const group of rowRanges(metadata)) {
          const rows = await readable(() =>
            parquetReadObjects({
              file,
              metadata,
              columns,
              compressors,
              utf8: false,
              useOffsetIndex: true,
              ...group,
            }),
          );
          onProgress(group.rowEnd / total);
          yield rows.map((found) => {
            line++;
            const values = new Array<string>(count).fill('');
            for (const [column, name] of names.entries()) {
              const place = wanted[column] ?? -1;
              if (place >= 0) values[place] = textOf(found[name]);
            }
            return { line, row: toRow(values) };
          });
        }
      } finally {
        await close();
      }
    }
    return { layout, batches: batches() };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openBuffer(path: string): Promise<{ file: AsyncBuffer; close: () => Promise<void> }> {
  const handle = await open(path);
  const { size: byteLength } = await handle.stat();
  const slice = async (start: number, end = byteLength) => {
    const buffer = new ArrayBuffer(Math.max(0, Math.min(end, byteLength) - start));
    await handle.read(new Uint8Array(buffer), 0, buffer.byteLength, start);
    return buffer;
  };
  const tail = Buffer.from(byteLength < 12 ? new ArrayBuffer(0) : await slice(byteLength - 8));
  const close = () => handle.close();
  if (tail.toString('latin1', 4) === 'PAR1' && tail.readUInt32LE(0) <= LARGEST_FOOTER)
    return { file: { byteLength, slice }, close };
  await close();
  throw new ImportRefusedError('file: this Parquet file has no end, it was cut');
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ImportRefusedError(
      `file: this Parquet file cannot be read (${(error as Error).message.slice(0, 120)})`,
    );
  }
}

/** Names of the columns at the root, those that are structures included. */
function topColumns({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  const skip = (at: number): number => {
    let next = at + 1;
    for (let child = 0; child < (schema[at]?.num_children ?? 0); child++) next = skip(next);
    return next;
  };
  for (let at = 1; at < schema.length; at = skip(at)) names.push(schema[at]?.name ?? '');
  return names;
}

function unpackedSize({ row_groups }: FileMetaData, columns: ReadonlySet<string>): number {
  let size = 0;
  for (const { columns: chunks } of row_groups)
    for (const { meta_data } of chunks)
      if (meta_data && columns.has(meta_data.path_in_schema[0] ?? ''))
        size += Number(meta_data.total_uncompressed_size);
  return size;
}

function* rowRanges({ row_groups }: FileMetaData): Generator<{ rowStart: number; rowEnd: number }> {
  let from = 0;
  for (const { num_rows } of row_groups) {
    const to = from + Number(num_rows);
    for (let rowStart = from; rowStart < to; rowStart += ROWS)
      yield { rowStart, rowEnd: Math.min(to, rowStart + ROWS) };
    from = to;
  }
}

/** A value as a CSV of the same producer would hold it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value instanceof Uint8Array) return pointOf(value) ?? Buffer.from(value).toString('utf8');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Well-known binary of a point, as GeoJSON text. */
function pointOf(bytes: Uint8Array): string | null {
  if (bytes.length !== 21 || (bytes[0] !== 0 && bytes[0] !== 1)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 1;
  if (view.getUint32(1, little) !== 1) return null;
  const coordinates = [view.getFloat64(5, little), view.getFloat64(13, little)];
  return JSON.stringify({ type: 'Point', coordinates });
}
