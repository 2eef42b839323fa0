import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from '@ancrage/postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from '../free-port.js';
import { ROOT } from '../root.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tests' PostgreSQL, as its superuser. */
    superuserUrl: string;
    /** Password of the services' roles. */
    servicePassword: string;
  }
}

/** Starts one PostgreSQL for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const password = randomBytes(24).toString('hex');
  const directory = join(ROOT, '.data', `test-${process.pid}`);
  const postgres = await startPostgres({ directory, port: await freePort(), password, durable: false });
  project.provide('superuserUrl', postgres.superuserUrl);
  project.provide('servicePassword', password);
  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
