import { departureOf } from '@ancrage/testing/departure';
import { TEST_TERRITORY } from '@ancrage/testing/signed-client';
import { AccompanimentWorld } from './support/accompaniment-world.js';

departureOf(
  async () => {
    const world = await AccompanimentWorld.create();
    return { subgraph: world.subgraph, superuser: world.superuser, close: () => world.close() };
  },
  '/files/accompaniment/whole',
  `eraseTerritoryAccompaniment(confirmation: "${TEST_TERRITORY.slug}", accepted: { installations: 1, registrations: 1, personRequests: 1 }) { __typename ... on AccompanimentErased { rows } }`,
);
