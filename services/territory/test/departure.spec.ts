import { departureOf } from '@ancrage/testing/departure';
import { TEST_TERRITORY, viewerAs } from '@ancrage/testing/signed-client';
import pg from 'pg';
import { twoTerritories } from './story.js';

departureOf(
  async () => {
    const { database, subgraph, pfha, couserans } = await twoTerritories();
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const operator = subgraph.client({ territoryId: pfha.id, viewer: viewerAs('OPERATOR') });
    await operator(`mutation { beginTerritoryDeletion(confirmation: "${TEST_TERRITORY.slug}") { state } }`);
    const close = async () => {
      await superuser.end();
      await subgraph.stop();
    };
    return { subgraph, superuser, close, ids: [pfha.id, couserans.id] };
  },
  '/files/territory/whole',
  `deleteTerritory(confirmation: "${TEST_TERRITORY.slug}")`,
);
