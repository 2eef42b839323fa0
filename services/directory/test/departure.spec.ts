import { departureOf } from '@ancrage/testing/departure';
import { TEST_TERRITORY } from '@ancrage/testing/signed-client';
import { DirectoryWorld } from './support/directory-world.js';

departureOf(
  async () => {
    const world = await DirectoryWorld.create();
    return { subgraph: world.subgraph, superuser: world.superuser, close: () => world.close() };
  },
  '/files/directory/whole',
  `eraseTerritoryDirectory(confirmation: "${TEST_TERRITORY.slug}")`,
);
