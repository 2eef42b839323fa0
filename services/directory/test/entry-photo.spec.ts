import { randomUUID } from 'node:crypto';
import { signStream } from '@ancrage/signature';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';
import { EntryStory, entryInput } from './support/entry-story.js';

let world: DirectoryWorld;
const here = randomUUID();
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

/** As the gateway passes files on: signed, on behalf of nobody. */
async function files(path: string, session: string | null, body?: FormData): Promise<Response> {
  const encoded = body && new Response(body);
  const type = encoded?.headers.get('content-type');
  const bytes = encoded && Buffer.from(await encoded.arrayBuffer());
  const method = bytes ? 'POST' : 'GET';
  const announced = bytes && type ? { contentType: type, contentLength: String(bytes.length) } : {};
  return fetch(`${world.subgraph.url}${path}`, {
    method,
    ...(bytes && { body: new Uint8Array(bytes) }),
    headers: {
      ...signStream(world.subgraph.secret, {
        method,
        path,
        ...announced,
        requestId: randomUUID(),
        territoryId: here,
        viewer: null,
      }),
      ...(type && { 'content-type': type }),
      ...(session && { 'x-entry-session': session }),
    },
  });
}

const taken = (metadata = false) => {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#b5651d' } });
  return (metadata ? picture.withExif({ IFD0: { Artist: 'Camille Essai' } }) : picture).jpeg().toBuffer();
};

function form(photo: Buffer, alternative: string): FormData {
  const data = new FormData();
  data.set('photo', new File([new Uint8Array(photo)], 'photo.jpg', { type: 'image/jpeg' }));
  data.set('alternative', alternative);
  return data;
}

const upload = '/files/directory/entry/photo';

describe('the photograph of an entry', () => {
  it('joins the draft of its owner, without what the camera wrote, and shows to nobody else', async () => {
    const person = new EntryStory(world, here);
    const session = await person.enter();
    await person.save(session, 0);
    const answer = await files(upload, session, form(await taken(true), 'L’atelier, vu de la cour'));
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    expect(await person.entry(session)).toMatchObject({
      version: 2,
      state: 'DRAFT',
      content: {
        displayName: 'Atelier Roux',
        shown: expect.arrayContaining(['PHOTO']),
        photo: { id, alternative: 'L’atelier, vu de la cour' },
      },
    });
    const own = await files(`/files/directory/entry/photos/${id}/small.webp`, session);
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    const metadata = await sharp(Buffer.from(await own.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 640 });
    expect(metadata.exif).toBeUndefined();

    const other = await new EntryStory(world, here).enter();
    expect((await files(`/files/directory/entry/photos/${id}/small.webp`, other)).status).toBe(404);
    expect((await files(`/files/public/directory/photos/${id}/small.webp`, null)).status).toBe(404);
  });

  it('stays through a saving of the rest, and is public while the entry is', async () => {
    const person = new EntryStory(world, here);
    const session = await person.enter();
    const answer = await files(upload, session, form(await taken(), 'Un tour de potier'));
    const { id } = (await answer.json()) as { id: string };
    await person.save(session, 1, entryInput({ shown: ['PHOTO'] }));
    const { entry } = await person.submit(session, 2);
    expect(entry.content.photo.id).toBe(id);
    const shows = async () => (await files(`/files/public/directory/photos/${id}/large.webp`, null)).status;
    expect(await shows()).toBe(404);
    await world.superuser.query(
      `update solo set status = 'PUBLISHED', published_at = now(), photo_id = $2 where id = $1`,
      [entry.id, id],
    );
    expect(await shows()).toBe(200);
    await person.act('withdrawEntry', session);
    expect(await shows()).toBe(404);
  });

  it.each([
    [
      'a page called .jpg',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'Une photo',
      'NOT_A_PHOTO',
    ],
    ['nothing', Buffer.alloc(0), 'Une photo', 'EMPTY'],
  ])('is refused by its content: %s', async (_, bytes, words, problem) => {
    const person = new EntryStory(world, here);
    const session = await person.enter();
    const answer = await files(upload, session, form(bytes, words));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { problem } }] });
    expect((await person.entry(session))?.['version']).toBe(0);
  });

  it('needs words for those who do not see it, and a session that holds', async () => {
    const person = new EntryStory(world, here);
    const session = await person.enter();
    const wordless = await files(upload, session, form(await taken(), ' \u200b '));
    expect(wordless.status).toBe(422);
    expect((await files(upload, null, form(await taken(), 'x'))).status).toBe(401);
    expect((await files(upload, 'x'.repeat(64), form(await taken(), 'x'))).status).toBe(401);
  });
});
