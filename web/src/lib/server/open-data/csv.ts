import type { Cell } from './dataset.ts';

/**
 * First characters by which a spreadsheet takes a text for a formula, in ASCII and full width. The apostrophe is one of
 * them here so that taking it off again is never a guess.
 */
const risky = /^[=+\-@\t\r\n'＝＋－＠]/;

/** A text that no spreadsheet runs: one apostrophe before what could begin a formula. `restoreText` takes it off. */
export const neutraliseText = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** The text that `neutraliseText` was given. */
export const restoreText = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** Numbers keep their sign: they are not texts. What is not known is an empty field. */
function field(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  const text = typeof cell === 'string' ? neutraliseText(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of RFC 4180, with its line break. */
export const csvRecord = (cells: Cell[]): string => `${cells.map(field).join(',')}\r\n`;

/** Tells spreadsheets that the file is UTF-8. */
export const byteOrderMark = '\ufeff';
