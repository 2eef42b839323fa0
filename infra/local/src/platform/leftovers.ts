import { LocalRunError } from '../settings.js';
import { isOfLocalRun, type RunRecord, readRunRecord } from './run-record.js';

const POLL_MILLISECONDS = 50;
const PATIENCE_MILLISECONDS = 15_000;

/**
 * Refuses a second run on the same folder, and waits for what a killed run left to end, so that its ports are free.
 */
export async function clearLeftovers(dataDirectory: string): Promise<void> {
  const record = await readRunRecord(dataDirectory);
  if (!record) return;
  if (await isOfLocalRun(record.supervisor)) {
    throw new LocalRunError(
      `Ancrage tourne déjà (processus ${record.supervisor}) : http://localhost:${record.ports.web}. ` +
        `Pour l'arrêter : Ctrl-C dans son terminal, ou « kill ${record.supervisor} ».`,
    );
  }
  // They ended with their supervisor's channel; a second signal would only interrupt their orderly stop.
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (let left = await survivors(record); left.length > 0; left = await survivors(record)) {
    if (Date.now() > deadline) for (const pid of left) killNow(pid);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

async function survivors({ processes }: RunRecord): Promise<number[]> {
  const pids = Object.values(processes);
  const alive = await Promise.all(pids.map(isOfLocalRun));
  return pids.filter((_, index) => alive[index]);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the meantime, which is what was wanted.
  }
}
