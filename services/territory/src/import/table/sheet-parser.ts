import sax from 'sax';
import { ImportRefusedError } from '../import-refused.js';

export interface SheetRow {
  line: number;
  values: string[];
}

/** No sheet has more columns. */
const MOST_COLUMNS = 16_384;

/** Texts that cells refer to by number. Bounded, because they are held as a whole. */
export async function readSharedTexts(bytes: AsyncIterable<Buffer>): Promise<string[]> {
  const texts: string[] = [];
  let text: string | null = null;
  let taken = false;
  const parser = xmlParser();
  parser.onopentag = ({ name }) => {
    const local = localName(name);
    if (local === 'si') text = '';
    // Phonetic readings are not part of the text.
    else taken = local === 't';
  };
  parser.ontext = (piece) => {
    if (taken && text !== null) text += piece;
  };
  parser.onclosetag = (name) => {
    taken = false;
    if (localName(name) !== 'si') return;
    texts.push(text ?? '');
    text = null;
  };
  for await (const chunk of decode(bytes)) parser.write(chunk);
  parser.close();
  return texts;
}

/** Rows of a sheet as it streams, their cells as text: what a cell holds, not how it is shown. */
export async function* readSheetRows(
  bytes: AsyncIterable<Buffer>,
  sharedTexts: readonly string[],
): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  let row: SheetRow | null = null;
  let column = 0;
  let type = '';
  let text: string | null = null;
  let line = 0;
  const parser = xmlParser();
  parser.onopentag = ({ name, attributes }) => {
    const local = localName(name);
    if (local === 'row') {
      line = Number(attributes['r'] ?? line + 1);
      row = { line, values: [] };
    } else if (local === 'c' && row) {
      column = columnOf(String(attributes['r'] ?? '')) ?? row.values.length;
      if (column >= MOST_COLUMNS) throw new ImportRefusedError(`line ${line}: it has too many columns`);
      type = String(attributes['t'] ?? 'n');
    } else if (local === 'v' || local === 't') text = '';
  };
  parser.ontext = (piece) => {
    if (text !== null) text += piece;
  };
  parser.onclosetag = (name) => {
    const local = localName(name);
    if ((local === 'v' || local === 't') && row && text !== null) {
      while (row.values.length < column) row.values.push('');
      row.values[column] = (row.values[column] ?? '') + cellText(type, text, sharedTexts);
      text = null;
    } else if (local === 'row' && row) {
      if (row.values.some((value) => value !== '')) rows.push(row);
      row = null;
    }
  };
  for await (const chunk of decode(bytes)) {
    parser.write(chunk);
    if (rows.length > 0) yield rows;
    rows = [];
  }
  parser.close();
}

function cellText(type: string, text: string, sharedTexts: readonly string[]): string {
  if (type === 's') return sharedTexts[Number(text)] ?? '';
  // Excel writes long numbers with an exponent, and decimals with all the digits of their binary form.
  if (type === 'n' && /[eE]|\d{15}/.test(text)) return String(Number(Number(text).toPrecision(15)));
  return text;
}

/** B7 is the second column. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function xmlParser(): sax.SAXParser {
  const parser = sax.parser(true, { trim: false, position: false });
  parser.onerror = (error) => {
    throw new ImportRefusedError(`file: this spreadsheet is broken (${error.message.split('\n')[0]})`);
  };
  return parser;
}

async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
