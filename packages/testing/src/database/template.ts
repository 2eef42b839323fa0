import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  asSuperuser,
  ensureServiceDatabase,
  type ServiceDatabase,
  type ServiceName,
} from '@ancrage/postgres/databases';
import { type DatabaseDefinition, openDatabase } from '@ancrage/subgraph/database';
import { ROOT } from '../root.js';

/**
 * Gives the name of a service's migrated, empty database, which the first test that asks makes. Copying it takes a
 * fraction of migrating again.
 */
export async function ensureTemplate(
  superuserUrl: string,
  service: ServiceName,
  password: string,
): Promise<string> {
  const name = `template_${service}`;
  await asSuperuser(superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // A migration that fails must not leave a half-made template behind for the next test.
    const unfinished = `unfinished_${service}`;
    await client.query(`drop database if exists ${unfinished}`);
    await migrate(service, await ensureServiceDatabase(superuserUrl, service, password, unfinished));
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

/** Brings a service's database up to date, by the service's own built code. */
async function migrate(service: ServiceName, urls: ServiceDatabase): Promise<void> {
  if (service === 'identity') {
    const identity = await load<{ migrate(ownerUrl: string, appUrl: string): Promise<void> }>(
      service,
      'migrate',
    );
    return identity.migrate(urls.ownerUrl, urls.appUrl);
  }
  const { DATABASE } = await load<{ DATABASE: DatabaseDefinition }>(service, 'database');
  const database = await openDatabase(DATABASE, urls);
  await database.migrate().finally(() => database.close());
}

/** Services depend on this package for their tests, so it reaches them by path, not as a dependency. */
function load<Module>(service: ServiceName, module: string): Promise<Module> {
  const url = pathToFileURL(join(ROOT, 'services', service, 'dist', `${module}.js`)).href;
  return import(/* @vite-ignore */ url) as Promise<Module>;
}
