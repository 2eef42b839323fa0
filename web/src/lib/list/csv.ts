/** What a cell of an export holds; null is an empty cell, which is not zero. */
export type Cell = string | number | null;

/**
 * Rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would
 * take for a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvOf(rows: Cell[][]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`;
}

export const csvLine = (row: Cell[]): string => `${row.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that no spreadsheet computes: =, +, -, @, a tab or a line's end in front makes it a formula to some. */
export const harmless = (text: string): string =>
  /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
