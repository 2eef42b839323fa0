import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from '@ancrage/postgres';
import { SERVICES } from '@ancrage/postgres/databases';
import type { TestProject } from 'vitest/node';
import { freePort } from '../free-port.js';
import { ROOT } from '../root.js';
import { createTemplate } from './template.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tests' PostgreSQL: its superuser, and the password of the services' roles. */
    postgres: { superuserUrl: string; password: string };
  }
}

/** Starts one PostgreSQL for all tests of a run, holding a migrated template of each service's database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const password = randomBytes(24).toString('hex');
  const directory = join(ROOT, '.data', `test-${process.pid}`);
  const postgres = await startPostgres({ directory, port: await freePort(), password, durable: false });
  const { superuserUrl } = postgres;
  for (const service of SERVICES) await createTemplate(superuserUrl, service, password);
  project.provide('postgres', { superuserUrl, password });
  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
