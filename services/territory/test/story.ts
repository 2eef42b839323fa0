import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { type RunningSubgraph, startSubgraph } from '@ancrage/testing/subgraph';
import { createApp } from '../dist/app.js';
import { DATABASE } from '../dist/database.js';
import type { TerritoryEnvironment } from '../dist/env.js';
import { type CreatedTerritory, createTerritory } from '../dist/territory/create-territory.js';

export { DATABASE };

/** Signs the links of the tests' campaigns. */
export const LINK_SECRET = 'a secret for the links of these tests';

export const PFHA = {
  name: 'Pays de Foix – Haute Ariège',
  epci: ['200067791', '200066363', '240900431'],
  hosts: ['foix.test'],
};
export const COUSERANS = { name: 'CC Couserans-Pyrénées', epci: ['200067940'], hosts: ['couserans.test'] };

export interface TwoTerritories {
  database: TestDatabase;
  subgraph: RunningSubgraph;
  pfha: CreatedTerritory;
  couserans: CreatedTerritory;
}

/** Two neighbouring territories from official lists, and the subgraph that serves them. */
export async function twoTerritories(mail: TerritoryEnvironment['mail'] = null): Promise<TwoTerritories> {
  const database = await createTestDatabase('territory');
  const pfha = await createTerritory(database.ownerUrl, PFHA, null);
  const couserans = await createTerritory(database.ownerUrl, COUSERANS, null);
  const own = { linkSecret: LINK_SECRET, mail };
  const subgraph = await startSubgraph<Pick<TerritoryEnvironment, 'linkSecret' | 'mail'>>(
    createApp,
    database,
    own,
  );
  return { database, subgraph, pfha, couserans };
}
