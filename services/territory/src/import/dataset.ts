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
  territoryId: string;
  /** Makes the ids of this dataset in this territory its own. */
  idSpace: string;
  /** The territory's; coordinates far from it are errors. */
  bounds: Bounds;
  /** Facility types of which the territory has a more precise source: what this one says is stated, and not shown. */
  reserved: ReadonlySet<string>;
  /** Communes of the identifiers met so far in the territory, for layouts that give an establishment several rows. */
  seen: Map<string, string>;
}

export interface DatasetLayout extends Layout {
  importedBy: string;
  /** Null for a row of another level, such as a department's or a total: it counts as outside of the territory. */
  communeOf(row: Row, context: ReadContext): string | null;
  /** Whether a row only completes another one: it is staged, and counts as unchanged. */
  completes?(row: Row): boolean;
  /** What a file is, by its name, when none of its rows is of a commune. */
  otherLevel?: string;
  /** Its rows name no commune by today's code: the target finds where they belong. */
  unplaced?: boolean;
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
  /** How many rows of a first import are the territory's already; null when none could be so early. */
  early: number | null;
}

export interface Merged {
  imported: number;
  unchanged: number;
  /** Former rows that the file no longer has. */
  removed: number;
  /** Of the staged rows, those that turned out to be of other territories. */
  outside?: number;
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
  /**
   * Takes out of `import_row` what only the whole file shows to be wrong, such as repeated rows, and leaves it in a
   * temporary table `import_refused` (line, code, reason).
   */
  separate: readonly string[];
  /** The first column is an id: a row of which an earlier one had the same is staged as `repeated`. */
  identified?: boolean;
  /**
   * SQL that makes staged rows the territory's ($1) from a source ($2), up to its `from`. Given where rows of a first import
   * can be so before all are read.
   */
  early?: string | null;
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
  /** It only adds to what another dataset brought, which ended the demonstration. */
  complements?: boolean;
  /**
   * It changes what all territories share, for the communes of one; the operator alone imports it. Its target leaves the
   * communes that changed in a temporary table `import_changed` (commune).
   */
  operatorOnly?: boolean;
}
