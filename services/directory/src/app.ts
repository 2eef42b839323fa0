import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { DATABASE } from './database.js';
import { EntryLinks } from './entry/entry-links.js';
import type { DirectoryEnvironment } from './env.js';
import { createSchema } from './schema.js';

/** The directory subgraph on an up-to-date database, not listening yet. */
export async function createApp(env: DirectoryEnvironment): Promise<Subgraph> {
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  try {
    await database.migrate();
    return await createSubgraph({
      name: 'directory',
      schema: await createSchema({ links: new EntryLinks(env.linkSecret) }),
      database,
      notificationsUrl: env.databaseUrl,
      gatewaySecret: env.gatewaySecret,
      log: createLogger('directory', env.logLevel),
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}
