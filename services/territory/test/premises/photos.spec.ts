import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TwoTerritories, twoTerritories } from '../story.js';
import { photosOf, snapshot } from './photo.story.js';
import { premisesOf } from './premises.story.js';

let story: TwoTerritories;
let pfha: ReturnType<typeof premisesOf>;
let files: ReturnType<typeof photosOf>;
beforeAll(async () => {
  story = await twoTerritories();
  pfha = premisesOf(story);
  files = photosOf(story);
});
afterAll(() => story.subgraph.stop());

const photosSeen = async (id: string, role: 'PUBLIC' | 'AGENT' = 'PUBLIC') =>
  (
    await pfha.ask(role)(
      'query ($id: ID!) { premisesById(id: $id) { photos { id alternative credit width height large small } } }',
      { id },
    )
  ).data!['premisesById']?.photos;
const change = async (mutation: string, variables: Record<string, unknown>) => {
  const { data, errors } = await pfha.ask()(mutation, variables);
  return data ?? errors;
};
const place = (id: string, at: number) =>
  change('mutation ($id: ID!, $at: Int!) { placePremisesPhoto(id: $id, place: $at) { __typename } }', {
    id,
    at,
  });
const remove = (id: string) =>
  change('mutation ($id: ID!) { removePremisesPhoto(id: $id) { __typename } }', { id });

describe('a photograph of premises', () => {
  it('is shown to everybody while the premises are, without what the camera wrote', async () => {
    const id = await pfha.published({ title: 'Avec photo' });
    const photo = await snapshot();
    expect(photo.includes('Camille Essai')).toBe(true);
    const sent = await files.send(id, { photo, alternative: ' Une salle\nclaire ', credit: 'C. Essai' });
    expect(sent.status).toBe(201);
    const [seen] = await photosSeen(id);
    expect(seen).toMatchObject({
      alternative: 'Une salle claire',
      credit: 'C. Essai',
      width: 60,
      height: 40,
    });

    const answer = await files.get(seen.large, { role: 'PUBLIC' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes('Camille')).toBe(false);
    const metadata = await sharp(bytes).metadata();
    expect([metadata.format, metadata.exif, metadata.xmp]).toEqual(['webp', undefined, undefined]);
    const again = await files.get(
      seen.large,
      { role: 'PUBLIC' },
      { 'if-none-match': answer.headers.get('etag') as string },
    );
    expect(again.status).toBe(304);

    await pfha.archive(id);
    for (const size of ['large', 'small']) {
      expect((await files.get(seen[size], { role: 'PUBLIC' })).status).toBe(404);
      const members = seen[size].replace('/public', '');
      expect((await files.get(members, { role: 'PUBLIC' })).status).toBe(404);
      const answer = await files.get(members, { role: 'VIEWER' });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, max-age=3600']);
    }
    await pfha.publish(id);
    await pfha.expire(id);
    expect((await files.get(seen.small, { role: 'PUBLIC' })).status).toBe(404);
  });

  it('can be described anew, moved and deleted', async () => {
    const id = await pfha.published({ title: 'Trois photos' });
    for (const alternative of ['A', 'B', 'C']) {
      expect((await files.send(id, { photo: await snapshot(), alternative })).status).toBe(201);
    }
    const order = async () => (await photosSeen(id)).map((one: { alternative: string }) => one.alternative);
    const [a, b] = await photosSeen(id);
    await place(a.id, 2);
    expect(await order()).toEqual(['B', 'C', 'A']);
    await place(a.id, -5);
    expect(await order()).toEqual(['A', 'B', 'C']);
    const describe = (alternative: string) =>
      change(
        'mutation ($id: ID!, $alternative: String!) { describePremisesPhoto(id: $id, alternative: $alternative) { __typename ... on PremisesRefused { problems { field } } } }',
        { id: a.id, alternative },
      );
    await describe('A, le matin');
    expect(await describe('  ')).toMatchObject({
      describePremisesPhoto: { problems: [{ field: 'alternative' }] },
    });
    await remove(b.id);
    expect(await order()).toEqual(['A, le matin', 'C']);
    expect((await files.get(b.large)).status).toBe(404);
    expect(await remove(b.id)).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('is the twelfth at most, however many are sent at once', async () => {
    const id = await pfha.published({ title: 'Beaucoup de photos' });
    const photo = await snapshot();
    const answers = await Promise.all(
      Array.from({ length: 15 }, (_, index) => files.send(id, { photo, alternative: `Photo ${index}` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(answers.find(({ status }) => status !== 201)?.body).toMatchObject({
      errors: [{ extensions: { problem: 'TOO_MANY' } }],
    });
    expect(await photosSeen(id)).toHaveLength(12);
  });
});

describe('what is refused', () => {
  it.each([
    ['without a word of what it shows', { alternative: '  ' }, 422, 'ALTERNATIVE'],
    ['when it is a page named .jpg', { photo: Buffer.from('<script>alert(1)</script>') }, 422, 'NOT_A_PHOTO'],
    ['when it is empty', { photo: Buffer.alloc(0) }, 422, 'EMPTY'],
    ['when it is too heavy', { photo: Buffer.alloc(15_000_001) }, 413, 'FILE_SIZE'],
  ] as const)('%s', async (_, sent, status, problem) => {
    const id = await pfha.published({ title: 'Sans photo' });
    const answer = await files.send(id, { photo: await snapshot(), alternative: 'Une salle', ...sent });
    expect([answer.status, answer.body]).toMatchObject([status, { errors: [{ extensions: { problem } }] }]);
    expect(await photosSeen(id)).toEqual([]);
  });

  it('in the sender’s language', async () => {
    const id = await pfha.published({});
    const sent = { photo: Buffer.from('?'), alternative: 'x' };
    const said = async (locale: 'fr' | 'en') =>
      (await files.send(id, sent, { locale })).body['errors']![0]!['message'];
    expect(await said('fr')).toMatch(/^Ce fichier n’est pas une photo/);
    expect(await said('en')).toMatch(/^This file is not a photograph/);
  });

  it('from those who may not', async () => {
    const id = await pfha.published({ title: 'À nous' });
    const sent = { photo: await snapshot(), alternative: 'Intrus' };
    expect((await files.send(id, sent, { role: 'VIEWER' })).status).toBe(403);
    expect((await files.send(id, sent, { role: 'PUBLIC' })).status).toBe(401);
    expect((await files.send(id, sent, { territory: 'couserans' })).status).toBe(404);
    expect(await photosSeen(id)).toEqual([]);
    // The negative control, and what the neighbour’s administrator sees of it.
    expect((await files.send(id, sent)).status).toBe(201);
    const [seen] = await photosSeen(id);
    const theirs = { role: 'ADMINISTRATOR', territory: 'couserans' } as const;
    expect((await files.get(seen.large, theirs)).status).toBe(404);
    expect((await files.get(seen.large.replace('/public', ''), theirs)).status).toBe(404);
    expect((await files.get(seen.large)).status).toBe(200);
  });
});
