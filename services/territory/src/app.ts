import { LinkSigner } from '@ancrage/post/link';
import { createMailer } from '@ancrage/post/mailer';
import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { VERIFICATION_LINKS } from './campaign/verification-link.js';
import { DATABASE } from './database.js';
import type { TerritoryEnvironment } from './env.js';
import { fileRoutes } from './files.js';
import { IMPORT_RUN } from './import/import-run.entity.js';
import { ImportRuns } from './import/run/import-runs.js';
import { type ImportSettings, readImportSettings } from './import/run/import-settings.js';
import { territoryPersonalData } from './premises/personal-data.js';
import { createSchema } from './schema.js';
import { serveTiles } from './tiles/serve-tiles.js';
import { TileStore } from './tiles/tile-store.js';
import { Upkeep } from './upkeep/upkeep.js';

/** The territory subgraph, migrated and ready to listen. */
export async function createApp(env: TerritoryEnvironment & Partial<ImportSettings>): Promise<Subgraph> {
  const log = createLogger('territory', env.logLevel);
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  await database.migrate();
  const tiles = new TileStore(database, env.databaseUrl, log);
  const signer = new LinkSigner(env.linkSecret, VERIFICATION_LINKS);
  const { mail } = env;
  const mailer = mail && createMailer(mail.smtpUrl, mail.from);
  const post = mail && mailer && { mailer, signer, siteAddress: mail.siteAddress };
  const upkeep = new Upkeep(database, log, post);
  const runs = new ImportRuns({ ...readImportSettings({}), ...env }, database, env.databaseUrl, log);
  const subgraph = await createSubgraph({
    name: 'territory',
    personalData: territoryPersonalData,
    schema: await createSchema({
      signer,
      upkeep,
      runs,
      mailDomains: env.mailDomains,
      ownerUrl: env.databaseOwnerUrl,
    }),
    database,
    notificationsUrl: env.databaseUrl,
    channels: [IMPORT_RUN],
    gatewaySecret: env.gatewaySecret,
    log,
    serve: serveTiles(tiles, log),
    files: fileRoutes({ runs }),
  });
  subgraph.listener.events.on('territory_changed', (territoryId: string) => {
    tiles
      .changed(territoryId)
      .catch((error: unknown) => log.error({ err: error }, 'tiles were not rendered'));
  });
  subgraph.listener.events.on(IMPORT_RUN, (id: string) => runs.changed(id));
  await runs.start();
  return {
    ...subgraph,
    stop: async () => {
      await runs.stop();
      await upkeep.stop();
      await subgraph.stop();
    },
  };
}
