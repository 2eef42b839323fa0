import { randomUUID } from 'node:crypto';
import { fingerprints, plantCanaries, tracesOf } from '@ancrage/testing/canary-rows';
import { TEST_TERRITORY, viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  await plantCanaries(world.superuser, territoryId, 'canari-en-cours');
  await world.superuser.query('update person_request set finished_at = null');
});
afterAll(() => world.close());

const erase = (accepted: string) =>
  world.subgraph.client({ territoryId, viewer: viewerAs('OPERATOR') })(`mutation {
    eraseTerritoryAccompaniment(confirmation: "${TEST_TERRITORY.slug}", accepted: ${accepted}) {
      __typename ... on CasesStillRunning { running { installations registrations personRequests } }
    }
  }`);

it('a territory with cases under way stays as it is until each is given up', async () => {
  const before = await fingerprints(world.superuser, territoryId);
  const { data } = await erase('{ installations: 5, registrations: 5 }');
  expect(data?.eraseTerritoryAccompaniment).toMatchObject({
    __typename: 'CasesStillRunning',
    running: { personRequests: 1 },
  });
  expect(await fingerprints(world.superuser, territoryId)).toEqual(before);
  const given = await erase('{ installations: 1, registrations: 1, personRequests: 1 }');
  expect(given.data?.eraseTerritoryAccompaniment.__typename).toBe('AccompanimentErased');
  expect(await tracesOf(world.superuser, [territoryId])).toEqual([]);
});
