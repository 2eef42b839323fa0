import { type Columns, placeColumns } from './table/column-names.js';

/** One form in which a producer publishes, known by its columns. */
export interface Layout {
  /** As the producer calls it: what a refusal says a file looks like. */
  title: string;
  columns: Columns;
  /** The columns that together make it this layout and no other. */
  required: readonly string[];
  /** For files without a header: how their first line looks, the names of their columns, and how many a row may have. */
  headless?: { first: RegExp; names: readonly string[]; widths: readonly number[] };
  /** The command's name of the dataset it belongs to; absent when the platform only knows it by sight. */
  importedBy?: string;
}

/** The required columns that a header lacks, by the first name each goes by. */
export function missingColumns({ columns, required }: Layout, header: readonly string[]): string[] {
  const places = placeColumns(header, columns);
  return required
    .filter((column) => places.get(column) === -1)
    .map((column) => columns[column]?.[0] ?? column);
}
