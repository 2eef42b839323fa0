import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTestDatabase } from '@ancrage/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../dist/house.js';

const COMMANDS = fileURLToPath(new URL('../../../services/territory/dist/cli.js', import.meta.url));
const SECRET = 'a-secret-for-one-process-of-40-characters';
let house: House;
let environment: Record<string, string>;

beforeAll(async () => {
  const names = ['territory', 'directory', 'accompaniment'] as const;
  const databases = await Promise.all(names.map((name) => createTestDatabase(name)));
  const urls = names.flatMap((name, index) => [
    [`${name.toUpperCase()}_DATABASE_URL`, databases[index]?.appUrl ?? ''],
    [`${name.toUpperCase()}_DATABASE_OWNER_URL`, databases[index]?.ownerUrl ?? ''],
  ]);
  environment = {
    ...Object.fromEntries(urls),
    PORT: '0',
    LOG_LEVEL: 'silent',
    LOCAL_RUN: 'true',
    GATEWAY_SECRET: SECRET,
    LINK_SECRET: SECRET,
    IDENTITY_URL: 'http://127.0.0.1:1',
  };
  await promisify(execFile)(
    process.execPath,
    [COMMANDS, 'create', '--name', 'Tarascon', '--epci', '240900431', '--contours', 'none'],
    { env: environment },
  );
  house = await openHouse(environment);
});
afterAll(() => house.stop());

async function ask(query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${house.address.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

it('joins the three subgraphs in one answer', async () => {
  const answer = await ask(
    '{ communes(first: 1) { totalCount nodes { name soloCount upcomingSessions { totalCount } } } }',
    {
      'x-territory': 'tarascon',
    },
  );
  expect(answer).toEqual({
    data: {
      communes: {
        totalCount: 20,
        nodes: [{ name: 'Alliat', soloCount: 0, upcomingSessions: { totalCount: 0 } }],
      },
    },
  });
});

it('keeps the territory of a request, and a visitor’s rights, without a signature between', async () => {
  const refused = await ask('mutation { updateTerritory(input: { name: "Usurpé" }) { __typename } }', {
    'x-territory': 'tarascon',
  });
  expect(refused.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  const nowhere = await ask('{ communes(first: 1) { totalCount } }');
  expect(nowhere.errors[0].extensions.code).toBe('NOT_FOUND');
});

it('serves tiles from the subgraph’s own address', async () => {
  const { data } = await ask('{ territory { tiles { communes } } }', { 'x-territory': 'tarascon' });
  const path = data.territory.tiles.communes.replace('{z}/{x}/{y}', '6/32/23');
  const tile = await fetch(`http://127.0.0.1:${house.address.port}${path}`);
  expect([tile.status, tile.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.mapbox-vector-tile',
  ]);
});

it('names every setting that is wrong, once, before anything runs', async () => {
  await expect(
    openHouse({ ...environment, GATEWAY_SECRET: 'short', DIRECTORY_DATABASE_URL: '' }),
  ).rejects.toThrow(
    /^(?=[\s\S]*DIRECTORY_DATABASE_URL)(?=[\s\S]*GATEWAY_SECRET)(?![\s\S]*GATEWAY_SECRET[\s\S]*GATEWAY_SECRET)/,
  );
});
