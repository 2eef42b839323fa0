import { TerritoryCards } from '@ancrage/post/territory-cards';
import { createLogger, createSubgraph, type Subgraph } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { DATABASE } from './database.js';
import type { AccompanimentEnvironment } from './env.js';
import { fileRoutes } from './files.js';
import { HouseholdLinks } from './household/household-links.js';
import { LETTERS_CHANNEL } from './mail/write-letter.js';
import { neighboursThrough, noNeighbour } from './neighbour/ask-neighbour.js';
import { ThroughGateway } from './neighbour/through-gateway.js';
import { PERSON_REQUESTS_CHANNEL } from './person-request/request-person.js';
import { createSchema } from './schema.js';
import { SESSION_SEATS } from './session/session-seats.resolver.js';
import { startUpkeep } from './upkeep/upkeep.js';

/** The accompaniment subgraph on an up-to-date database, not listening yet. */
export async function createApp(env: AccompanimentEnvironment): Promise<Subgraph> {
  const log = createLogger('accompaniment', env.logLevel);
  const links = new HouseholdLinks(env.linkSecret);
  const gateway = env.gatewayUrl ? new ThroughGateway(env.gatewayUrl, env.gatewaySecret) : null;
  const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
  try {
    await database.migrate();
    const cards = new TerritoryCards(database, log);
    const subgraph = await createSubgraph({
      name: 'accompaniment',
      schema: await createSchema({
        links,
        personSecret: env.linkSecret,
        askNeighbour: gateway ? neighboursThrough(gateway) : noNeighbour,
      }),
      files: fileRoutes(links),
      database,
      notificationsUrl: env.databaseUrl,
      channels: [SESSION_SEATS, LETTERS_CHANNEL, PERSON_REQUESTS_CHANNEL],
      gatewaySecret: env.gatewaySecret,
      log,
      metTerritory: (territoryId, card) => cards.remember(territoryId, card),
    });
    const stopUpkeep = startUpkeep(subgraph, database, links, { ...env, gateway }, log);
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
