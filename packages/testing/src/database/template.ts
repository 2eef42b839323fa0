import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureServiceDatabase, type ServiceDatabase, type ServiceName } from '@ancrage/postgres/databases';
import { type DatabaseDefinition, openDatabase } from '@ancrage/subgraph/database';
import { ROOT } from '../root.js';

/** Name of the database that a service's test databases are copied from. */
export const templateName = (service: ServiceName): string => `template_${service}`;

/** Creates a service's roles and its migrated, empty database. */
export async function createTemplate(
  superuserUrl: string,
  service: ServiceName,
  password: string,
): Promise<void> {
  await migrate(service, await ensureServiceDatabase(superuserUrl, service, password, templateName(service)));
}

/** Brings a service's database up to date, by the service's own built code. */
async function migrate(service: ServiceName, urls: ServiceDatabase): Promise<void> {
  if (service === 'identity') {
    const { migrate } = await load<{ migrate(ownerUrl: string, appUrl: string): Promise<void> }>(
      service,
      'migrate',
    );
    return migrate(urls.ownerUrl, urls.appUrl);
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
