import type { ImportJob, ImportOutcome } from '../import-job.js';

/** What a worker is told: one reading of one file. */
export interface RunJob {
  databaseUrl: string;
  territoryId: string;
  role: ImportJob['role'];
  dataset: string;
  /** Where the file is, or is to be put. */
  path: string;
  /** Where it comes from; null when it was sent. */
  url: string | null;
  /** Whether it has still to be fetched. */
  fetch: boolean;
  vintage: string | null;
  dryRun: boolean;
}

/** What a worker tells. */
export type RunMessage =
  | { kind: 'connected'; backend: number }
  | { kind: 'fetched'; bytes: number }
  /** 0 to 1; null when the length is not known. */
  | { kind: 'progress'; share: number | null }
  | RunResult;

export type RunResult =
  | { kind: 'done'; outcome: ImportOutcome; errors: string }
  | { kind: 'refused'; problem: string }
  | { kind: 'cancelled' };
