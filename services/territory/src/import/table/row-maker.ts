import type { Layout } from '../layout.js';
import { placeColumns } from './column-names.js';
import type { Row } from './read-table.js';

/** Which columns of a file a layout reads, and how to make a row of their values. */
export interface RowMaker {
  /** For each column of the file, its place among the values, or -1. */
  wanted: readonly number[];
  /** How many values a row has. */
  count: number;
  toRow(values: readonly string[]): Row;
}

export function rowMaker(layout: Layout, header: readonly string[]): RowMaker {
  const places = placeColumns(header, layout.columns);
  const names = [...places.keys()];
  return {
    wanted: header.map((_, column) => names.findIndex((name) => places.get(name) === column)),
    count: names.length,
    toRow(values) {
      const row: Record<string, string> = {};
      for (let place = 0; place < names.length; place++)
        row[names[place] as string] = values[place] as string;
      return row;
    },
  };
}
