import { randomUUID } from 'node:crypto';
import { signStream } from '@ancrage/signature';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

const here = randomUUID();
const PICTURE = Buffer.from('a picture');

/** A published solo and their photograph, shown on the entry or not. */
async function photographed(shown: boolean) {
  const { id: soloId, consentId } = await world.publishedSolo(here);
  const id = randomUUID();
  await world.superuser.query(
    `insert into solo_photo (id, territory_id, solo_id, alternative, width, height, large, small)
     values ($1, $2, $3, 'Un atelier', 4, 3, $4, $4)`,
    [id, here, soloId, PICTURE],
  );
  if (shown) await world.superuser.query('update solo set photo_id = $2 where id = $1', [soloId, id]);
  return { id, consentId };
}
function fetchPhoto(id: string, headers: Record<string, string> = {}, territoryId = here) {
  const { url, secret } = world.subgraph;
  const path = `/files/public/directory/photos/${id}/small.webp`;
  const signed = signStream(secret, { method: 'GET', path, requestId: 'r', territoryId });
  return fetch(url + path, { headers: { ...headers, ...signed } });
}

it('of a published entry shows to everybody, and is asked for each time', async () => {
  const { id } = await photographed(true);
  const answer = await fetchPhoto(id);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(answer.headers.get('cache-control')).toBe('public, no-cache');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PICTURE);
  expect((await fetchPhoto(id, { 'if-none-match': String(answer.headers.get('etag')) })).status).toBe(304);
});

it('is gone with the consent, to whoever has it as well', async () => {
  const { id, consentId } = await photographed(true);
  const etag = String((await fetchPhoto(id)).headers.get('etag'));
  await world.withdraw(consentId);
  expect((await fetchPhoto(id)).status).toBe(404);
  expect((await fetchPhoto(id, { 'if-none-match': etag })).status).toBe(404);
});

it('that the entry does not show, that is another territory’s, or that is none, is not found', async () => {
  const [hidden, shown] = [await photographed(false), await photographed(true)];
  expect((await fetchPhoto(hidden.id)).status).toBe(404);
  expect((await fetchPhoto(shown.id, {}, randomUUID())).status).toBe(404);
  expect((await fetchPhoto('x')).status).toBe(404);
  expect((await fetchPhoto(randomUUID())).status).toBe(404);
});
