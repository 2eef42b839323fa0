/** A column's name as it is compared: "Code(s) UIC" and "codes_uic" are one. */
export const columnKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The columns a layout reads: for each, the names it has had in the producer's editions. */
export type Columns = Record<string, readonly string[]>;

/** Where a layout's columns are in a header; -1 where an edition lacks one. */
export function placeColumns(header: readonly string[], columns: Columns): Map<string, number> {
  const keys = header.map(columnKey);
  return new Map(
    Object.entries(columns).map(([column, names]) => {
      const known = new Set(names.map(columnKey));
      return [column, keys.findIndex((key) => known.has(key))];
    }),
  );
}
