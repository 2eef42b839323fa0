import type { Scope } from '@ancrage/subgraph';
import type { RunJob } from './run-job.js';

/** A run whose file this process has, until it is finished. */
export interface HeldRun {
  id: string;
  scope: Scope & { territoryId: string };
  job: Omit<RunJob, 'dryRun' | 'databaseUrl'>;
  state: 'waiting' | 'running' | 'checked';
  dryRun: boolean;
  cancelled: AbortController;
  /** When it was last put into this state. */
  since: number;
}
