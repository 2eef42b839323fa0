import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import type { SubgraphEnvironment } from '@ancrage/subgraph/environment';
import { DATABASE } from './database.js';
import { createSchema } from './schema.js';

/** The directory subgraph on an up-to-date database, not listening yet. */
export async function createApp(env: SubgraphEnvironment): Promise<Subgraph> {
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  try {
    await database.migrate();
    return await createSubgraph({
      name: 'directory',
      schema: await createSchema(),
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
