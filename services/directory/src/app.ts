import { TerritoryCards } from '@ancrage/post/territory-cards';
import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { DATABASE } from './database.js';
import { EntryLinks } from './entry/entry-links.js';
import { entryPhotoRoutes } from './entry/photo.routes.js';
import type { DirectoryEnvironment } from './env.js';
import { FILE_ROUTES } from './files.js';
import { LETTERS_CHANNEL } from './letter/write-letter.js';
import { directoryPersonalData } from './personal-data/person-request.js';
import { createSchema } from './schema.js';
import type { SireneSource } from './sirene/establishment.js';
import { SireneFile } from './sirene/sirene-file.js';
import { SireneOnline } from './sirene/sirene-online.js';
import { startUpkeep } from './upkeep/upkeep.js';

function sireneOf({ sirene }: DirectoryEnvironment): SireneSource | null {
  if (!sirene) return null;
  return 'file' in sirene ? new SireneFile(sirene.file) : new SireneOnline(sirene.url, sirene.key);
}

/** The directory subgraph on an up-to-date database, not listening yet. */
export async function createApp(env: DirectoryEnvironment): Promise<Subgraph> {
  const log = createLogger('directory', env.logLevel);
  const links = new EntryLinks(env.linkSecret);
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  try {
    await database.migrate();
    const cards = new TerritoryCards(database, log);
    const subgraph = await createSubgraph({
      name: 'directory',
      schema: await createSchema({ links, sirene: sireneOf(env) }),
      files: [...FILE_ROUTES, ...entryPhotoRoutes(links)],
      personalData: directoryPersonalData,
      database,
      notificationsUrl: env.databaseUrl,
      channels: [LETTERS_CHANNEL],
      gatewaySecret: env.gatewaySecret,
      log,
      metTerritory: (territoryId, card) => cards.remember(territoryId, card),
    });
    const stopUpkeep = startUpkeep(subgraph, database, links, env.mail, log);
    return {
      ...subgraph,
      stop: async () => {
        await stopUpkeep();
        await subgraph.stop();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
