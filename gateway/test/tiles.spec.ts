import { afterAll, beforeAll, expect, it } from 'vitest';
import { FOIX, Platform } from './platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start();
});
afterAll(() => platform.close());

const tile = (path: string, init?: RequestInit) => fetch(`${platform.url}/tiles/${path}`, init);

it('a tile passes through with its caching headers, for the territory that its path names', async () => {
  const response = await tile('foix/v1/communes/8/129/93.mvt');
  expect(await response.text()).toBe(`tile of ${FOIX}`);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('etag')).toBe('"v1"');
  expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
  expect(response.headers.get('x-inner')).toBeNull();
});

it('a tile that the reader has is not sent again', async () => {
  const response = await tile('foix/v1/communes/8/129/93.mvt', { headers: { 'if-none-match': '"v1"' } });
  expect(response.status).toBe(304);
});

it('what is no tile is not found, what writes is refused', async () => {
  expect((await tile('foix/v1/nothing')).status).toBe(404);
  expect((await tile('atlantide/v1/communes/8/129/93.mvt')).status).toBe(404);
  expect((await tile('foix/v1/communes/8/129/93.mvt', { method: 'DELETE' })).status).toBe(405);
});

it('a tile is asked for once: its address changes with its content', async () => {
  const before = platform.territory.tilesAsked;
  const [first, second] = [
    await tile('foix/v2/communes/8/1/1.mvt'),
    await tile('foix/v2/communes/8/1/1.mvt'),
  ];
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get('etag')).toBe('"v1"');
  expect(platform.territory.tilesAsked).toBe(before + 1);
  await tile('foix/v3/communes/8/1/1.mvt');
  expect(platform.territory.tilesAsked).toBe(before + 2);
});
