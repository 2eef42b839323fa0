import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** As the services are started (`npm start` of each): large answers are written without tidying up after each few. */
const YOUNG_GENERATION = '--max-semi-space-size=32';

/** Starts a Node program of the repository and resolves when it listens (`/health`, or its own word over IPC). */
export async function startProgram(
  program: string,
  environment: Record<string, string>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [YOUNG_GENERATION, program], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  const health = `http://127.0.0.1:${environment['PORT']}/health`;
  await Promise.race([once(child, 'message'), answering(health), ended]);
  ended.catch(() => {});
  return child;
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

const TICKS_PER_SECOND = 100;

/** Processor time that a process has used, in seconds, user and system. */
export function processorSeconds(pid: number): number {
  return secondsOf(statOf(pid)?.slice(11, 13));
}

/** Processor time of a PostgreSQL server: its own, that of its connections, and of those that ended. */
export function serverSeconds(pid: number): number {
  const connections = childrenOf(pid).reduce((sum, child) => sum + processorSeconds(child), 0);
  return secondsOf(statOf(pid)?.slice(11, 15)) + connections;
}

const secondsOf = (ticks: string[] = []) =>
  ticks.reduce((sum, value) => sum + Number(value), 0) / TICKS_PER_SECOND;

/** The children of a process that run now: PostgreSQL serves each connection by one. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => statOf(child)?.[1] === String(pid));
}

/** A process and all that descend from it. */
export function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

/** Resolves when none of the processes runs any more. */
export async function gone(pids: number[]): Promise<void> {
  while (pids.some((pid) => (statOf(pid)?.[0] ?? 'Z') !== 'Z'))
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Memory of processes in MiB; pages they share are counted once (proportional set size). */
export function memoryOf(pids: number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

/** The most memory that a process has held so far, in MiB, as the kernel counts it. */
export function peakMemoryOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Fields of /proc/pid/stat after the name, which may hold spaces. */
function statOf(pid: number): string[] | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
