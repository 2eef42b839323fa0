import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { DATASETS } from '../datasets/index.js';
import { ImportRefusedError } from '../import-refused.js';
import { RejectedRows } from '../rejected-rows.js';
import { runImport } from '../run-import.js';
import { openSource } from '../source/open-source.js';
import { BoundedLines } from './bounded-lines.js';
import type { RunJob, RunMessage } from './run-job.js';

// Reading a million rows takes seconds of computing: in a thread of its own, requests go on being answered.
const job = workerData as RunJob;
const tell = (message: RunMessage) => parentPort?.postMessage(message);
const cancelled = new AbortController();
parentPort?.once('message', () => cancelled.abort());
const { signal } = cancelled;

/** Rejected rows that are kept: enough to see what is wrong, little enough for a row of the database. */
const KEPT_LINES = 5_001;
const KEPT_LENGTH = 2_000_000;
/** Of a file that is fetched, the fetching is half of the work that shows. */
const start = job.fetch ? 0.5 : 0;

async function fetchFile(url: string): Promise<void> {
  const source = await openSource(url, signal);
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of source.bytes) {
      bytes += chunk.length;
      tell({ kind: 'progress', share: source.size ? (bytes / source.size) * start : null });
      yield chunk;
    }
  };
  await pipeline(counted, createWriteStream(job.path), { signal });
  tell({ kind: 'fetched', bytes });
}

async function run(): Promise<void> {
  const dataset = DATASETS.find(({ name }) => name === job.dataset);
  if (!dataset) throw new ImportRefusedError(`dataset: ${job.dataset} has no importer`);
  if (job.fetch && job.url !== null) await fetchFile(job.url);
  const client = new pg.Client({ connectionString: job.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ backend: number }>('select pg_backend_pid() as backend');
    tell({ kind: 'connected', backend: rows[0]?.backend ?? 0 });
    const kept = new BoundedLines(KEPT_LINES, KEPT_LENGTH);
    const source = await openSource(job.path, signal);
    const outcome = await runImport(client, {
      dataset,
      source: { ...source, url: job.url },
      territoryId: job.territoryId,
      role: job.role,
      vintage: job.vintage ?? undefined,
      rejected: new RejectedRows(kept),
      dryRun: job.dryRun,
      signal,
      onProgress: (bytes, total) =>
        tell({ kind: 'progress', share: total ? start + (bytes / total) * (1 - start) : null }),
    });
    tell({ kind: 'done', outcome, errors: outcome.counts.rejected > 0 ? kept.text : '' });
  } finally {
    await client.end();
  }
}

try {
  await run();
} catch (error) {
  if (signal.aborted) tell({ kind: 'cancelled' });
  else if (error instanceof ImportRefusedError) tell({ kind: 'refused', problem: error.problems.join('\n') });
  else throw error;
}
