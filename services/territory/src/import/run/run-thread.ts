import { Worker } from 'node:worker_threads';
import type { RunJob, RunMessage, RunResult } from './run-job.js';

export interface ThreadOptions {
  signal: AbortSignal;
  onProgress: (share: number | null) => void;
  onFetched: (bytes: number) => void;
  /** Stops what a connection of the database is doing. */
  cancelBackend: (backend: number) => Promise<unknown>;
}

/** An import that would need more fails alone. */
const RESOURCES = { maxOldGenerationSizeMb: 512 };
/** A thread that does not stop by itself is stopped; its transaction ends with its connection. */
const PATIENCE_MILLISECONDS = 10_000;
const AGAIN_MILLISECONDS = 300;

/** Runs a job in a thread of its own. Rejects when the thread fails, whatever it was doing. */
export function runInThread(job: RunJob, options: ThreadOptions): Promise<RunResult> {
  const { signal, onProgress, onFetched, cancelBackend } = options;
  const worker = new Worker(new URL('./run.worker.js', import.meta.url), {
    workerData: job,
    resourceLimits: RESOURCES,
  });
  let backend: number | undefined;
  let stopping: NodeJS.Timeout | undefined;
  let repeated: NodeJS.Timeout | undefined;
  // A statement over a million rows is long, and hears nothing of the thread; between two, nothing is there to stop.
  const cancelStatement = () => {
    if (backend !== undefined) cancelBackend(backend).catch(() => {});
  };
  const cancel = () => {
    worker.postMessage('cancel');
    cancelStatement();
    repeated = setInterval(cancelStatement, AGAIN_MILLISECONDS);
    stopping = setTimeout(() => void worker.terminate(), PATIENCE_MILLISECONDS);
  };
  return new Promise<RunResult>((resolve, reject) => {
    worker.on('message', (message: RunMessage) => {
      if (message.kind === 'connected') backend = message.backend;
      else if (message.kind === 'fetched') onFetched(message.bytes);
      else if (message.kind === 'progress') onProgress(message.share);
      else resolve(message);
    });
    // A file whose reading is given up fails wherever it is, even before anybody reads it.
    worker.once('error', (error) => (signal.aborted ? resolve({ kind: 'cancelled' }) : reject(error)));
    worker.once('exit', (code) =>
      signal.aborted ? resolve({ kind: 'cancelled' }) : reject(new Error(`the import ended with ${code}`)),
    );
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  }).finally(() => {
    clearTimeout(stopping);
    clearInterval(repeated);
    signal.removeEventListener('abort', cancel);
    // A thread that died leaves its statement to the server, which would go on with it for nobody.
    if (signal.aborted) cancelStatement();
  });
}
