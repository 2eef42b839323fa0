import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.js';

const DATA = join(ROOT, '.data');

/** Folder of this run's data; its name says whose it is. */
export const testFolder = (name: string): string => join(DATA, `test-${process.pid}-${name}`);

/** Stops and removes what runs that were killed left behind. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(DATA).catch(() => [])) {
    const owner = Number(/^test-(\d+)-/.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    for (const cluster of [join(DATA, name), join(DATA, name, 'postgres')]) await stopServer(cluster);
    await rm(join(DATA, name), { recursive: true, force: true });
  }
}

async function stopServer(cluster: string): Promise<void> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  // Ids are reused: the command line must name the folder.
  const command = pid ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : '';
  if (!command.includes(cluster)) return;
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 25));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
