import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { startPostgres } from '@ancrage/postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from '../free-port.js';
import { removeLeftovers, testFolder } from '../leftovers.js';

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
  await removeLeftovers();
  const password = randomBytes(24).toString('hex');
  const directory = testFolder('service');
  const postgres = await startPostgres({ directory, port: await freePort(), password, durable: false });
  project.provide('superuserUrl', postgres.superuserUrl);
  project.provide('servicePassword', password);
  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
