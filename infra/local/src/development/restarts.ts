import { watch } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '@ancrage/postgres/databases';
import type { Platform } from '../platform/platform.js';
import { ROOT } from '../settings.js';

const SUBGRAPHS = ['territory', 'directory', 'accompaniment'];
/** Compiled folders, and the processes that run what is in them. */
const USERS: Record<string, string[]> = {
  ...Object.fromEntries(SERVICES.map((service) => [`services/${service}`, [service]])),
  gateway: ['gateway'],
  'packages/subgraph': SUBGRAPHS,
  'packages/signature': [...SERVICES, 'gateway'],
};
/** The compiler writes many files at a time; one restart is enough for all. */
const SETTLE_MILLISECONDS = 200;

/** Restarts the processes whose compiled code changes, once it is all written. */
export function restartOnChange(platform: Platform): void {
  const due = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let restarted: Promise<unknown> = Promise.resolve();
  const restart = () => {
    const names = [...due];
    due.clear();
    // After the restarts before: a process that starts twice at a time would find its port taken.
    restarted = restarted.then(() => Promise.all(names.map((name) => platform.restart(name))));
  };
  for (const [folder, names] of Object.entries(USERS)) {
    watch(join(ROOT, folder, 'dist'), { recursive: true }, () => {
      for (const name of names) due.add(name);
      clearTimeout(timer);
      timer = setTimeout(restart, SETTLE_MILLISECONDS);
    });
  }
}
