import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { signRequest } from '@ancrage/signature';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TwoTerritories, twoTerritories } from './story.js';

/** How long a rendering may take on a machine that is busy with others. */
const soon = { timeout: 15_000 };

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
});
afterAll(() => story.subgraph.stop());

const fetchTile = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${story.subgraph.url}${path}`, {
    headers: {
      ...headers,
      ...signRequest(story.subgraph.secret, { method: 'GET', path, requestId: randomUUID() }),
    },
  });

async function addressOf(slug: string, tile: string): Promise<string> {
  const { data } = await story.subgraph.client()('{ territories { nodes { slug tiles { communes } } } }');
  const territory = data!.territories.nodes.find((node: { slug: string }) => node.slug === slug);
  return territory.tiles.communes.replace('{z}/{x}/{y}', tile);
}

const FOIX = '9/258/188';

it('show every commune of the territory and none of another', async () => {
  const answer = await fetchTile(await addressOf(story.pfha.slug, '6/32/23'));
  expect(answer.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
  const layer = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers['communes'];
  const codes = Array.from(
    { length: layer?.length ?? 0 },
    (_, index) => layer?.feature(index).properties['code'],
  );
  expect(layer?.version).toBe(2);
  expect(codes.sort()).toEqual(story.pfha.communes.map(({ code }) => code).sort());
  const foix = Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index)).find(
    (feature) => feature?.properties['code'] === '09122',
  );
  expect(foix?.properties).toMatchObject({ name: 'Foix', population: 9934 });
});

it('are cached for ever under their version, and revalidated by tag', async () => {
  const path = await addressOf(story.pfha.slug, FOIX);
  const first = await fetchTile(path);
  expect(first.headers.get('cache-control')).toContain('immutable');
  const tag = first.headers.get('etag') as string;
  expect((await fetchTile(path, { 'if-none-match': tag })).status).toBe(304);
});

it('are empty outside the territory, missing for an unknown one, refused for anything odd', async () => {
  expect((await fetchTile(await addressOf(story.pfha.slug, '9/0/0'))).status).toBe(204);
  expect((await fetchTile('/tiles/nulle-part/abc/communes/9/258/188.mvt')).status).toBe(404);
  expect((await fetchTile('/tiles/Pas%2FBon/abc/communes/9/258/188.mvt')).status).toBe(404);
});

it('change version with their content; the former version then answers with the present, briefly', async () => {
  const former = await addressOf(story.couserans.slug, FOIX);
  await fetchTile(former);
  await asSuperuser(story.database.superuserUrl, async (client) => {
    await client.query('begin');
    await client.query("select set_config('app.territory_id', $1, true)", [story.couserans.id]);
    await client.query("update tile_version set communes = 'feedface' where territory_id = $1", [
      story.couserans.id,
    ]);
    await client.query('commit');
  });
  const present = await addressOf(story.couserans.slug, FOIX);
  expect(present).not.toBe(former);
  await expect
    .poll(async () => (await fetchTile(present)).headers.get('cache-control'), soon)
    .toContain('immutable');
  expect((await fetchTile(former)).headers.get('cache-control')).toBe('public, max-age=60');
});
