import Papa from 'papaparse';
import { looksLike, readWorkbook, UnreadableList } from './read-workbook.js';

export { UnreadableList } from './read-workbook.js';

/** A list of people as it was sent: its header, and its rows under it. */
export interface ReadList {
  headers: string[];
  rows: string[][];
}

export const MOST_ROWS = 5000;
const MOST_COLUMNS = 60;
const LONGEST_CELL = 4000;

/** Reads a CSV file or an Excel workbook by what it holds; its name says nothing. */
export async function readList(bytes: Buffer, mostRows = MOST_ROWS): Promise<ReadList> {
  const kind = looksLike(bytes);
  if (kind === 'other') throw new UnreadableList('KIND');
  const table = kind === 'workbook' ? await readWorkbook(bytes) : readCsv(decode(bytes));
  const filled = table
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const [headers = [], ...rows] = filled;
  if (rows.length === 0) throw new UnreadableList('EMPTY');
  if (rows.length > mostRows) throw new UnreadableList('ROWS');
  const width = Math.max(headers.length, ...rows.map((row) => row.length));
  if (width > MOST_COLUMNS) throw new UnreadableList('COLUMNS');
  const even = (row: string[]) =>
    Array.from({ length: width }, (_, index) => (row[index] ?? '').slice(0, LONGEST_CELL));
  return { headers: named(even(headers)), rows: rows.map(even) };
}

/** UTF-8 if it is one, else Windows-1252, which is what spreadsheets write otherwise. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [';', ',', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: MOST_ROWS + 2,
  });
  return data;
}

/** Columns are told apart by their names: those without one, or with another's, get a number. */
function named(headers: string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header, index) => {
    const name = header.slice(0, 80) || `Colonne ${index + 1}`;
    const free = seen.has(name) ? `${name} (${index + 1})` : name;
    seen.add(free);
    return free;
  });
}
