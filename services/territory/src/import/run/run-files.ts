import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIX = 'ancrage-imports-';

/** The files that wait for their import: a folder for each process, and in it one for each run. */
export class RunFiles {
  private readonly folder: string;

  constructor(
    private readonly directory: string,
    holder: number,
  ) {
    this.folder = join(directory, `${PREFIX}${holder}`);
  }

  /** Makes room for a run's file; gives its path. The name is kept, as far as it is one: editions are read from it. */
  async place(runId: string, name: string): Promise<string> {
    const folder = join(this.folder, runId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return join(folder, safeName(name));
  }

  remove(runId: string): Promise<void> {
    return rm(join(this.folder, runId), { recursive: true, force: true });
  }

  removeAll(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** Removes what processes that are gone have left. */
  async removeLeftovers(isGone: (holder: number) => Promise<boolean>): Promise<void> {
    for (const name of await readdir(this.directory)) {
      const holder = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
      if (!Number.isInteger(holder) || holder < 1 || holder >= 2 ** 31) continue;
      const folder = join(this.directory, name);
      if (folder !== this.folder && (await isGone(holder)))
        await rm(folder, { recursive: true, force: true });
    }
  }
}

const LONGEST_NAME = 100;

/** What people call files may be anything; a path may not. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const safe = last
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(-LONGEST_NAME);
  return safe || 'fichier';
}
