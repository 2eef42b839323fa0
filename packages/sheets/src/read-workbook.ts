import { buffer } from 'node:stream/consumers';
import sax from 'sax';
import yauzl from 'yauzl';

export type ListProblem = 'KIND' | 'EMPTY' | 'ROWS' | 'COLUMNS' | 'BROKEN' | 'SIZE';

/** A file that is not read as a list of people, and why. */
export class UnreadableList extends Error {
  constructor(readonly problem: ListProblem) {
    super(problem);
  }
}

/** What five thousand rows never reach unpacked; a bomb does at once. */
const MOST_UNPACKED = 40 << 20;
const MOST_ENTRIES = 500;
const WANTED = /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/;

/** First bytes of files that are no tables: PDF, gzip, old Excel, PNG, JPEG, GIF, WebP. */
const NO_TABLES = ['25504446', '1f8b', 'd0cf11e0', '89504e47', 'ffd8ff', '47494638', '52494646'];

/** What a file is, by its first bytes. */
export function looksLike(bytes: Buffer): 'workbook' | 'text' | 'other' {
  const head = bytes.subarray(0, 4096);
  const start = head.toString('hex', 0, 4);
  if (start === '504b0304') return 'workbook';
  if (head.includes(0) || NO_TABLES.some((mark) => start.startsWith(mark))) return 'other';
  return /^\s*(<|[{[])/.test(head.toString('utf8').replace('\ufeff', '')) ? 'other' : 'text';
}

/** The rows of a workbook's largest sheet, their cells as text. */
export async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  try {
    const parts = await unpack(bytes);
    const texts = readTexts(parts.get('xl/sharedStrings.xml') ?? '');
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'));
    const [, sheet] = sheets.sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    if (!sheet) throw new UnreadableList('KIND');
    return readRows(sheet, texts);
  } catch (error) {
    throw error instanceof UnreadableList ? error : new UnreadableList('BROKEN');
  }
}

/** The parts of the archive that hold cells. yauzl holds each to the size that the directory gives. */
async function unpack(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  if (zip.entryCount > MOST_ENTRIES) throw new UnreadableList('SIZE');
  const parts = new Map<string, string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (!WANTED.test(entry.fileName)) continue;
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED) throw new UnreadableList('SIZE');
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  }
  return parts;
}

type Handlers = {
  open(name: string, attributes: Record<string, unknown>): void;
  text(text: string): void;
  close(name: string): void;
};

function walk(xml: string, handlers: Handlers): void {
  const parser = sax.parser(true, { trim: false, position: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => handlers.open(local(name), attributes);
  parser.ontext = handlers.text;
  parser.onclosetag = (name) => handlers.close(local(name));
  parser.write(xml).close();
}

/** Texts that cells refer to by number. */
function readTexts(xml: string): string[] {
  const texts: string[] = [];
  let inside = false;
  if (xml === '') return texts;
  walk(xml, {
    open: (name) => {
      if (name === 'si') texts.push('');
      inside = name === 't';
    },
    text: (text) => {
      if (inside) texts[texts.length - 1] += text;
    },
    close: () => {
      inside = false;
    },
  });
  return texts;
}

function readRows(xml: string, texts: readonly string[]): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let type = '';
  let value: string | null = null;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') row = [];
      else if (name === 'c') {
        column = columnOf(String(attributes['r'] ?? '')) ?? row.length;
        type = String(attributes['t'] ?? 'n');
      } else if (name === 'v' || name === 't') value = '';
    },
    text: (text) => {
      if (value !== null) value += text;
    },
    close: (name) => {
      if (name === 'row') rows.push(Array.from(row, (cell) => cell ?? ''));
      if ((name !== 'v' && name !== 't') || value === null) return;
      if (column > 200) throw new UnreadableList('COLUMNS');
      row[column] = (row[column] ?? '') + (type === 's' ? (texts[Number(value)] ?? '') : plain(type, value));
      value = null;
    },
  });
  return rows;
}

/** Spreadsheets write long numbers, a SIRET among them, with an exponent. */
const plain = (type: string, value: string): string =>
  type === 'n' && /[eE]/.test(value) ? BigInt(Math.round(Number(value))).toString() : value;

/** B7 is the second column. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
