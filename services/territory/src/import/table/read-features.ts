import { ImportRefusedError } from '../import-refused.js';
import type { Layout } from '../layout.js';
import { withoutMark } from './file-kind.js';
import { chooseHeader } from './find-header.js';
import type { Table, TableRow } from './read-table.js';
import { rowMaker } from './row-maker.js';

interface Feature {
  properties?: Record<string, unknown> | null;
  geometry?: unknown;
}

const LONGEST_FEATURE = 64 << 20;
const LONGEST_PREAMBLE = 1 << 20;

const [OPEN, CLOSE, QUOTE, ESCAPE, ARRAY_END] = [0x7b, 0x7d, 0x22, 0x5c, 0x5d];

/**
 * Reads GeoJSON feature by feature: a row of its properties, and of its geometry as text. Lines are counted in features.
 */
export async function readFeatures<L extends Layout>(
  bytes: AsyncIterable<Buffer>,
  layouts: readonly L[],
  others: readonly Layout[],
): Promise<Table<L>> {
  const features = splitFeatures(bytes);
  const { value: first } = await features.next();
  if (!first) throw new ImportRefusedError('file: it is GeoJSON without a feature');
  const names = [...Object.keys(parse(first[0] as string, 1)?.properties ?? {}), 'geometry'];
  const { layout } = chooseHeader([{ names }], layouts, others);
  const { wanted, count, toRow } = rowMaker(layout, names);

  async function* batches(): AsyncGenerator<TableRow[]> {
    let line = 0;
    for (let texts: string[] | undefined = first; texts; texts = (await features.next()).value ?? undefined) {
      yield texts.map((text) => {
        line++;
        const feature = parse(text, line);
        if (!feature) return { line, row: null, problem: 'it is no feature' };
        const values = new Array<string>(count).fill('');
        for (const [column, name] of names.entries()) {
          const value =
            name === 'geometry' ? JSON.stringify(feature.geometry ?? null) : feature.properties?.[name];
          const place = wanted[column] ?? -1;
          if (place >= 0 && value !== null && value !== undefined) values[place] = String(value);
        }
        return { line, row: toRow(values) };
      });
    }
  }
  return { layout, batches: batches() };
}

function parse(text: string, line: number): Feature | null {
  try {
    return JSON.parse(text) as Feature;
  } catch (error) {
    throw new ImportRefusedError(
      `feature ${line}: this is no JSON (${(error as Error).message.slice(0, 80)})`,
    );
  }
}

/** The texts of the members of `features`, found by their braces, so that the file is never held as a whole. */
async function* splitFeatures(bytes: AsyncIterable<Buffer>): AsyncGenerator<string[], undefined> {
  let data: Buffer = Buffer.alloc(0);
  let started = false;
  let ended = false;
  // Where the scan of `data` stopped, inside which feature it was, and whether inside a text.
  let at = 0;
  let start = 0;
  let depth = 0;
  let quoted = false;
  for await (const chunk of bytes) {
    if (ended) continue;
    data = data.length > 0 ? Buffer.concat([data, chunk]) : chunk;
    if (!started) {
      const found = /"features"\s*:\s*\[/.exec(
        withoutMark(data).subarray(0, LONGEST_PREAMBLE).toString('latin1'),
      );
      if (!found && data.length < LONGEST_PREAMBLE) continue;
      if (!found) throw new ImportRefusedError('file: this JSON has no features');
      started = true;
      at = found.index + found[0].length + (data.length - withoutMark(data).length);
    }
    const texts: string[] = [];
    for (; at < data.length && !ended; at++) {
      const byte = data[at];
      if (quoted) {
        if (byte === ESCAPE) at++;
        else if (byte === QUOTE) quoted = false;
      } else if (byte === QUOTE) quoted = true;
      else if (byte === OPEN) {
        if (depth++ === 0) start = at;
      } else if (byte === CLOSE) {
        if (--depth === 0) texts.push(data.toString('utf8', start, at + 1));
      } else if (byte === ARRAY_END && depth === 0) ended = true;
    }
    const kept = depth > 0 ? start : Math.min(at, data.length);
    if (data.length - kept > LONGEST_FEATURE)
      throw new ImportRefusedError(`file: a feature is longer than ${LONGEST_FEATURE >> 20} MiB`);
    data = data.subarray(kept);
    at -= kept;
    start -= kept;
    if (texts.length > 0) yield texts;
  }
  if (!ended) throw new ImportRefusedError('file: it ends in the middle of its features, it was cut');
}
