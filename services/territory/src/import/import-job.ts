import type { Bounds } from '../contour/bounds.js';
import type { Change, Dataset } from './dataset.js';
import type { RejectedRows } from './rejected-rows.js';
import type { FileSource } from './source/open-source.js';

/** One file to import into one territory. */
export interface ImportJob {
  dataset: Dataset;
  source: FileSource;
  territoryId: string;
  /** On whose behalf it is written; row-level security holds the connection to it. */
  role: 'AGENT' | 'ADMINISTRATOR' | 'OPERATOR';
  /** Edition of the data, when the file does not tell. */
  vintage?: string | undefined;
  rejected: RejectedRows;
  /** Does everything, then undoes it. */
  dryRun?: boolean | undefined;
  signal: AbortSignal;
  /** Bytes of the file read so far, and its size when known. */
  onProgress?: ((bytes: number, total: number | null) => void) | undefined;
}

/** Rows of the file: each is imported (new or changed), unchanged, rejected or outside of the territory. */
export interface ImportCounts {
  read: number;
  imported: number;
  unchanged: number;
  rejected: number;
  outside: number;
}

export interface ImportOutcome {
  counts: ImportCounts;
  /** Former rows that are gone. */
  removed: number;
  changes: readonly Change[];
  /** What the file was found to be. */
  layout: string;
  vintage: string;
  /** Edition that was there before; null when it is the first. */
  formerVintage: string | null;
  examples: RejectedRows['examples'];
}

export interface ImportedTerritory {
  id: string;
  bounds: Bounds;
}
