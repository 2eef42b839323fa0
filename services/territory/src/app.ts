import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { LinkSigner } from './campaign/link.js';
import { createMailer } from './campaign/mailer.js';
import { DATABASE } from './database.js';
import type { TerritoryEnvironment } from './env.js';
import { fileRoutes } from './files.js';
import { createSchema } from './schema.js';
import { serveTiles } from './tiles/serve-tiles.js';
import { TileStore } from './tiles/tile-store.js';
import { Upkeep } from './upkeep/upkeep.js';

/** The territory subgraph, migrated and ready to listen. */
export async function createApp(env: TerritoryEnvironment): Promise<Subgraph> {
  const log = createLogger('territory', env.logLevel);
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  await database.migrate();
  const tiles = new TileStore(database, env.databaseUrl, log);
  const signer = new LinkSigner(env.linkSecret);
  const { mail } = env;
  const mailer = mail && createMailer(mail.smtpUrl, mail.from);
  const post = mail && mailer && { mailer, signer, siteAddress: mail.siteAddress };
  const upkeep = new Upkeep(database, log, post);
  const subgraph = await createSubgraph({
    name: 'territory',
    schema: await createSchema({ signer, upkeep }),
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
  return {
    ...subgraph,
    stop: async () => {
      await upkeep.stop();
      await subgraph.stop();
    },
  };
}
