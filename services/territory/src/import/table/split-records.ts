import Papa from 'papaparse';

const QUOTE = 34;
const NEWLINE = 10;

export interface Records {
  /** Values of the wanted columns, in the order they were asked for; `width` is how many the record really has. */
  records: { line: number; width: number; values: string[] }[];
  /** What is left of the last record, for the next block. */
  rest: string;
  /** Line on which the rest starts. */
  nextLine: number;
}

/**
 * Cuts a block of lines into records and keeps the wanted columns. Plain lines, nearly all of an official file, are cut
 * in one pass over their characters; a record with doubled quotes, line breaks or stray quotes goes to the CSV parser.
 * @param wanted for each column of the file, its place among the values, or -1
 */
export function splitRecords(
  text: string,
  separator: string,
  wanted: readonly number[],
  count: number,
  firstLine: number,
  last: boolean,
): Records {
  const delimiter = separator.charCodeAt(0);
  const records: Records['records'] = [];
  let line = firstLine;
  let start = 0;
  while (start < text.length) {
    const values = new Array<string>(count).fill('');
    const plain = splitPlain(text, start, delimiter, wanted, values);
    if (plain) {
      if (plain.end - start > 1) records.push({ line, width: plain.width, values });
      start = plain.end;
      line++;
      continue;
    }
    const parsed = parseOne(text.slice(start), separator, last);
    if (!parsed) return { records, rest: text.slice(start), nextLine: line };
    const kept = new Array<string>(count).fill('');
    for (const [column, value] of parsed.fields.entries()) {
      const place = wanted[column] ?? -1;
      if (place >= 0) kept[place] = value;
    }
    records.push({ line, width: parsed.broken ? -1 : parsed.fields.length, values: kept });
    line += countLines(text, start, start + parsed.length);
    start += parsed.length;
  }
  return { records, rest: '', nextLine: line };
}

/** Null when the record needs the full grammar. */
function splitPlain(
  text: string,
  start: number,
  delimiter: number,
  wanted: readonly number[],
  values: string[],
): { end: number; width: number } | null {
  let position = start;
  for (let column = 0; ; column++) {
    const quoted = text.charCodeAt(position) === QUOTE;
    const from = quoted ? position + 1 : position;
    position = from;
    let character = text.charCodeAt(position);
    if (quoted) {
      // A line break inside, or the end of the block, is the parser's business.
      while (character !== QUOTE && character !== NEWLINE && position < text.length)
        character = text.charCodeAt(++position);
      if (character !== QUOTE) return null;
    } else {
      while (character !== delimiter && character !== NEWLINE) {
        if (character === QUOTE || position >= text.length) return null;
        character = text.charCodeAt(++position);
      }
    }
    const place = wanted[column];
    if (place !== undefined && place >= 0) values[place] = text.slice(from, position);
    if (quoted) character = text.charCodeAt(++position);
    position++;
    if (character === NEWLINE) return { end: position, width: column + 1 };
    if (character !== delimiter) return null;
  }
}

function parseOne(text: string, delimiter: string, last: boolean) {
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    preview: 1,
    fastMode: false,
  } as never) as unknown as {
    parse(input: string, base: number, ignoreLast: boolean): Papa.ParseResult<string[]>;
  };
  const { data, errors, meta } = parser.parse(text, 0, !last);
  const [fields] = data;
  if (!fields) return last && text.length > 0 ? { fields: [], broken: true, length: text.length } : null;
  const length = meta.cursor > 0 ? meta.cursor : text.length;
  return { fields, broken: errors.length > 0, length };
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return Math.max(1, count);
}
