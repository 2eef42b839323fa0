import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import type { SubgraphEnvironment } from '@ancrage/subgraph/environment';
import { DATABASE } from './database.js';
import { fileRoutes } from './files.js';
import { createSchema } from './schema.js';
import { serveTiles } from './tiles/serve-tiles.js';
import { TileStore } from './tiles/tile-store.js';

/** The territory subgraph, migrated and ready to listen. */
export async function createApp(env: SubgraphEnvironment): Promise<Subgraph> {
  const log = createLogger('territory', env.logLevel);
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  await database.migrate();
  const tiles = new TileStore(database, env.databaseUrl, log);
  const subgraph = await createSubgraph({
    name: 'territory',
    schema: await createSchema(),
    database,
    notificationsUrl: env.databaseUrl,
    gatewaySecret: env.gatewaySecret,
    log,
    serve: serveTiles(tiles, log),
    files: fileRoutes(),
  });
  subgraph.listener.events.on('territory_changed', (territoryId: string) => {
    tiles
      .changed(territoryId)
      .catch((error: unknown) => log.error({ err: error }, 'tiles were not rendered'));
  });
  return subgraph;
}
