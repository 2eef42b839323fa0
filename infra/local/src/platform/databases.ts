import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureServiceDatabase, SERVICES } from '@ancrage/postgres/databases';
import type { ProcessDefinition } from '../process/supervised-process.js';
import type { Secrets } from '../secrets.js';
import type { DatabaseUrls, LocalSettings } from '../settings.js';
import { inherited } from './environment.js';

const SCRIPT = fileURLToPath(new URL('../process/postgres.process.js', import.meta.url));

/** The embedded PostgreSQL as a process to supervise. */
export function describePostgres(settings: LocalSettings, secrets: Secrets): ProcessDefinition {
  return {
    name: 'postgres',
    script: SCRIPT,
    environment: {
      ...inherited(),
      POSTGRES_DIRECTORY: postgresDirectory(settings),
      POSTGRES_PORT: String(settings.ports.postgres),
      POSTGRES_PASSWORD: secrets.postgres,
    },
    graceMilliseconds: 20_000,
  };
}

export const postgresDirectory = (settings: LocalSettings): string =>
  join(settings.dataDirectory, 'postgres');

/** Creates what is missing of the services' roles and databases, one after the other: they share the roles' lock. */
export async function ensureDatabases(settings: LocalSettings, secrets: Secrets): Promise<DatabaseUrls> {
  const server = `postgres://postgres:${secrets.postgres}@127.0.0.1:${settings.ports.postgres}/postgres`;
  const databases = {} as DatabaseUrls;
  for (const service of SERVICES)
    databases[service] = await ensureServiceDatabase(server, service, secrets.services);
  return databases;
}
