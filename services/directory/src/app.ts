import { LinkSigner } from '@ancrage/post/link';
import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { DATABASE } from './database.js';
import type { DirectoryEnvironment } from './env.js';
import { createSchema, ENTRY_LINKS } from './schema.js';

/** The directory subgraph on an up-to-date database, not listening yet. */
export async function createApp(env: DirectoryEnvironment): Promise<Subgraph> {
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  try {
    await database.migrate();
    return await createSubgraph({
      name: 'directory',
      schema: await createSchema({ signer: new LinkSigner(env.linkSecret, ENTRY_LINKS) }),
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
