import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';

/** A kind of record that members keep: its table, and how what is typed becomes its columns. */
export interface KeptRecord<Input> {
  table: string;
  /** What members write, in the order of `values`. */
  columns: readonly string[];
  /** The values as they are kept; what is wrong with them is noted. */
  values(input: Input, problems: Problems): unknown[];
  /** How many a territory may have. */
  most: number;
  /** Columns that only a new one gets. */
  first?(connection: Connection, scope: Scope, input: Input): Promise<Record<string, unknown>>;
  /** What an update sets besides. */
  alsoSets?: string;
  /** Why it must stay: a statement that gives a row when it is in use, by territory and id. */
  used?: { text: string; fr: string; en: string };
}

/**
 * What a form says to have read, as SQL over a row: the same as long as nobody wrote anything else into it. What the
 * database counts by itself is left out, so that it stops nobody from saving.
 */
export const stampOf = (columns: readonly string[], alias: string): string =>
  `md5(row(${columns.map((column) => `${alias}.${column}`).join(', ')})::text)`;

/** Values as parameters: the first is $`from`. */
export const parameters = (count: number, from: number): string =>
  Array.from({ length: count }, (_, index) => `$${from + index}`).join(', ');

/** The field of an input that a column comes from. */
export const fieldOf = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
