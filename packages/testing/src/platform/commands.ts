import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ServiceName, withDatabase } from '@ancrage/postgres/databases';
import { ROOT } from '../root.js';
import type { PlatformSettings } from './platform.js';

const run = promisify(execFile);

interface Secrets {
  gateway: string;
  postgres: string;
  services: string;
}

export async function readSecrets({
  dataDirectory,
}: Pick<PlatformSettings, 'dataDirectory'>): Promise<Secrets> {
  return JSON.parse(await readFile(join(dataDirectory, 'secrets.json'), 'utf8')) as Secrets;
}

/** Connects to a service's database of a running platform, as one of its roles or as the superuser. */
export async function databaseUrl(
  platform: PlatformSettings,
  service: ServiceName,
  role: 'owner' | 'app' | 'superuser',
): Promise<string> {
  const secrets = await readSecrets(platform);
  const login =
    role === 'superuser' ? `postgres:${secrets.postgres}` : `ancrage_${service}_${role}:${secrets.services}`;
  return withDatabase(`postgres://${login}@127.0.0.1:${platform.ports.POSTGRES_PORT}/`, `ancrage_${service}`);
}

/** Runs the operator's command line as `npm run territory -- …` does. */
export async function territoryCommand(platform: PlatformSettings, ...args: string[]): Promise<string> {
  const script = join(ROOT, 'infra/local/dist/territory.js');
  return (await run(process.execPath, [script, ...args], { cwd: ROOT, env: platform.environment })).stdout;
}

/** Runs a command of a service on the running platform's database. */
export async function serviceCommand(
  platform: PlatformSettings,
  service: ServiceName,
  script: string,
  ...args: string[]
): Promise<string> {
  const prefix = service.toUpperCase();
  const env = {
    ...platform.environment,
    LOCAL_RUN: 'true',
    [`${prefix}_DATABASE_URL`]: await databaseUrl(platform, service, 'app'),
    [`${prefix}_DATABASE_OWNER_URL`]: await databaseUrl(platform, service, 'owner'),
  };
  return (await run(process.execPath, [join(ROOT, 'services', service, 'dist', script), ...args], { env }))
    .stdout;
}
