import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** How to start a program as an account that PostgreSQL accepts. */
export interface Account {
  /** Undefined for this process's own. */
  uid?: number;
  /** What to write in front of the command, which then changes the account itself. */
  prefix: string[];
}

/** `nobody`, which every Linux has. */
const NOBODY = 65_534;

/**
 * PostgreSQL refuses to run as root, so root runs it as `nobody`. Where that account may not walk to the files (a clone
 * under /root, or in a folder of mktemp), it keeps root's right to pass, and that one alone.
 * `owner` is who owns the cluster already, if there is one.
 */
export async function accountFor(paths: string[], owner: number | undefined): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const uid = owner || NOBODY;
  if (await areReachable(paths)) return { uid, prefix: [] };
  const prefix = [
    'setpriv',
    '--securebits=+no_setuid_fixup',
    `--reuid=${uid}`,
    `--regid=${uid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const [program = '', ...args] = prefix;
  await promisify(execFile)(program, [...args, 'true']).catch((cause: unknown) => {
    throw new Error(
      `PostgreSQL refuses to run as root, and no other account may enter ${paths[0]}: move the project out of the private folder, or open it (chmod o+x).`,
      { cause },
    );
  });
  return { uid, prefix };
}

async function areReachable(paths: string[]): Promise<boolean> {
  for (const path of paths) {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (!((await stat(folder)).mode & 0o001)) return false;
      if (folder === dirname(folder)) break;
    }
  }
  return true;
}
