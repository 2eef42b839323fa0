import { execFile } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Ports } from '../settings.js';

/** What a running supervisor says about itself in its data folder. */
export interface RunRecord {
  supervisor: number;
  ports: Ports;
  processes: Record<string, number>;
}

const pathOf = (dataDirectory: string) => join(dataDirectory, 'run.json');

export async function readRunRecord(dataDirectory: string): Promise<RunRecord | undefined> {
  const text = await readFile(pathOf(dataDirectory), 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as RunRecord);
  } catch {
    return undefined;
  }
}

/** Replaces the record at once, so that a kill at any moment leaves a whole one. */
export function writeRunRecord(dataDirectory: string, record: RunRecord): void {
  const path = pathOf(dataDirectory);
  writeFileSync(`${path}.new`, JSON.stringify(record));
  renameSync(`${path}.new`, path);
}

export async function removeRunRecord(dataDirectory: string): Promise<void> {
  await rm(pathOf(dataDirectory), { force: true });
}

/** Whether a process is alive and one of a local run: ids are reused, so its command line must say so. */
export async function isOfLocalRun(pid: number): Promise<boolean> {
  return (await commandLine(pid)).includes('infra/local/dist/');
}

async function commandLine(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc;
  // macOS has no /proc.
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(
    () => ({ stdout: '' }),
  );
  return stdout;
}
