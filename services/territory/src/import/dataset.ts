import type pg from 'pg';
import type { Bounds } from '../contour/bounds.js';
import type { Layout } from './layout.js';
import type { Rejection } from './rejection.js';
import type { Row } from './table/read-table.js';

/** Values of one row for the staging table, in the order of the target's columns. */
export type Staged = readonly (string | number | boolean | null)[];

/** What a row says is left to a source that knows better; nothing to import, nothing wrong. */
export const KNOWN_BETTER = 'known better';

export interface ReadContext {
  /** Makes the ids of this dataset in this territory its own. */
  idSpace: string;
  /** The territory's; coordinates far from it are errors. */
  bounds: Bounds;
  /** Facility types of which the territory has a more precise source: what this one says is stated, and not shown. */
  reserved: ReadonlySet<string>;
}

export interface DatasetLayout extends Layout {
  importedBy: string;
  communeOf(row: Row): string;
  read(row: Row, commune: string, context: ReadContext): Staged | typeof KNOWN_BETTER | Rejection;
  /** The facility type of any row, even one outside the territory, to know which types the file lists. */
  typeOf?(row: Row): string;
  /** Edition of the data, when a row tells. */
  vintageOf?(row: Row): string | null;
}

export interface Merge {
  territoryId: string;
  sourceId: string;
  /** Edition, as its producer names it. */
  vintage: string;
  /** Facility types that only this source speaks of from now on. */
  types: readonly string[];
}

export interface Merged {
  imported: number;
  unchanged: number;
  /** Former rows that the file no longer has. */
  removed: number;
  /** What changed, by facility type where the target has types. */
  changes?: readonly Change[];
}

/** How many of one type came, changed or went. */
export interface Change {
  type: string;
  added: number;
  changed: number;
  removed: number;
}

/** What a dataset fills: its staging table, and how staged rows become the territory's. */
export interface Target {
  /** Columns of the staging table besides `line`, as SQL. */
  columns: Readonly<Record<string, string>>;
  /** Tells repeated rows of `import_row` apart, and leaves those to reject in a temporary table `import_repeated`. */
  separate: readonly string[];
  /** SQL that counts `import_row` by commune and type: what the source states of them. Absent when it lists no services. */
  counted?: string;
  merge(client: pg.ClientBase, merge: Merge): Promise<Merged>;
}

export interface Dataset {
  /** What the command calls it. */
  name: string;
  producer: string;
  title: string;
  url: string;
  licence: string;
  target: Target;
  layouts: readonly DatasetLayout[];
  /** Facility types that it lists completely and better than the BPE, which leaves them to it. */
  types?: readonly string[];
  /** Whether editions are kept beside each other rather than replaced. */
  keepsEditions?: boolean;
  /** It changes what all territories share. */
  operatorOnly?: boolean;
}
