import type { Database } from '@ancrage/subgraph/database';
import type { ImportRun } from '../import-run.entity.js';
import { ImportRunStatus } from '../import-run-status.js';
import type { HeldRun } from './held-run.js';
import type { RunResult } from './run-job.js';
import type { RunStore } from './run-store.js';
import { runInThread } from './run-thread.js';

/** People see a bar move four times a second; the database need not hear more. */
const PROGRESS_MILLISECONDS = 250;

export interface StepParts {
  database: Database;
  databaseUrl: string;
  store: RunStore;
}

/** One reading of a held run's file, dry or not, from "running" to what came of it; gives whether its file is still needed. */
export async function runStep(run: HeldRun, { database, databaseUrl, store }: StepParts): Promise<boolean> {
  const { id, scope, cancelled } = run;
  const running = { status: ImportRunStatus.RUNNING, progress: 0 };
  if (!(await store.change(scope, id, [ImportRunStatus.WAITING], running))) return false;
  let told = 0;
  const tell = (data: Partial<ImportRun>) => store.change(scope, id, [ImportRunStatus.RUNNING], data);
  const result = await runInThread(
    { ...run.job, databaseUrl, dryRun: run.dryRun },
    {
      signal: cancelled.signal,
      onProgress: (share) => {
        if (performance.now() - told < PROGRESS_MILLISECONDS) return;
        told = performance.now();
        tell({ progress: share }).catch(() => {});
      },
      onFetched: (bytes) => {
        run.job.fetch = false;
        tell({ fileSize: String(bytes) }).catch(() => {});
      },
      cancelBackend: (backend) =>
        database.read(scope, { text: 'select pg_cancel_backend($1)', values: [backend] }),
    },
  );
  const changed = await tell(ended(result, run.dryRun));
  return changed && result.kind === 'done' && run.dryRun;
}

/** What is kept of a reading. */
function ended(result: RunResult, dryRun: boolean): Partial<ImportRun> {
  const end = { endedAt: new Date(), progress: null };
  if (result.kind === 'cancelled') return { ...end, status: ImportRunStatus.CANCELLED };
  if (result.kind === 'refused')
    return { ...end, status: ImportRunStatus.REFUSED, problem: result.problem.slice(0, 2000) };
  const { counts, removed, changes, layout, vintage, examples } = result.outcome;
  return {
    status: dryRun ? ImportRunStatus.CHECKED : ImportRunStatus.DONE,
    endedAt: dryRun ? null : end.endedAt,
    progress: null,
    counts: { ...counts, removed },
    changes,
    found: { layout, vintage },
    examples,
    errors: result.errors || null,
  };
}
