import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { type RunningSubgraph, startSubgraph } from '@ancrage/testing/subgraph';
import { createApp } from '../dist/app.js';
import { DATABASE } from '../dist/database.js';
import { type CreatedTerritory, createTerritory } from '../dist/territory/create-territory.js';

export { DATABASE };

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
export async function twoTerritories(): Promise<TwoTerritories> {
  const database = await createTestDatabase('territory');
  const pfha = await createTerritory(database.ownerUrl, PFHA, null);
  const couserans = await createTerritory(database.ownerUrl, COUSERANS, null);
  return { database, subgraph: await startSubgraph(createApp, database), pfha, couserans };
}
