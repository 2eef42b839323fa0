import { randomUUID } from 'node:crypto';
import type { SignedClient } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
let ask: SignedClient;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  ask = world.subgraph.client({ territoryId });
  await world.session(territoryId, { slug: 'passee', startsAt: '2024-05-01T09:00:00Z', status: 'CLOSED' });
  await world.session(territoryId, {
    slug: 'annulee',
    startsAt: '2099-04-01T09:00:00Z',
    status: 'CANCELLED',
  });
  await world.session(territoryId, { slug: 'brouillon', startsAt: '2099-04-02T09:00:00Z', status: 'DRAFT' });
  await world.session(territoryId, {
    slug: 'premiere',
    startsAt: '2099-05-01T09:00:00.000001Z',
    partnerName: 'Communauté de communes',
    programme: [{ startsAt: '2099-05-01T09:30:00Z', title: 'Accueil', place: null }],
  });
  await world.session(territoryId, {
    slug: 'deuxieme',
    startsAt: '2099-05-01T09:00:00.000002Z',
    communeCode: '09122',
  });
  await world.session(territoryId, { slug: 'complete', startsAt: '2099-06-01T09:00:00Z', status: 'CLOSED' });
});
afterAll(() => world.close());

const slugs = (connection: { nodes: { slug: string }[] }) => connection.nodes.map(({ slug }) => slug);
const DOCUMENT = `query ($from: DateTime, $first: Int! = 20, $after: String) { discoverySessions(from: $from, first: $first, after: $after) {
  totalCount nodes { slug } pageInfo { hasNextPage endCursor } } }`;

describe('the sessions of a territory', () => {
  it('are listed by date without its drafts', async () => {
    const { data } = await ask(DOCUMENT);
    expect(slugs(data?.discoverySessions)).toEqual(['passee', 'annulee', 'premiere', 'deuxieme', 'complete']);
    expect(data?.discoverySessions.totalCount).toBe(5);
  });

  it('are listed from a moment on', async () => {
    const { data } = await ask(DOCUMENT, { from: '2099-05-01T00:00:00Z' });
    expect(slugs(data?.discoverySessions)).toEqual(['premiere', 'deuxieme', 'complete']);
    expect(data?.discoverySessions.totalCount).toBe(3);
  });

  it('follow one another page by page, even a microsecond apart', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
        await ask(DOCUMENT, { first: 1, after })
      ).data?.discoverySessions;
      seen.push(...slugs(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['passee', 'annulee', 'premiere', 'deuxieme', 'complete']);
  });

  it('tell all that the web needs of one', async () => {
    const { data } = await ask(
      `{ discoverySession(slug: "premiere") { slug title format status startsAt endsAt capacity seatsLeft waitlistLength
          hostCommune { code } partner { name } programme { startsAt title place } demonstration } }`,
    );
    expect(data?.discoverySession).toEqual({
      slug: 'premiere',
      title: 'Journée découverte',
      format: 'DAY',
      status: 'PUBLISHED',
      startsAt: '2099-05-01T09:00:00.000Z',
      endsAt: '2099-05-01T17:00:00.000Z',
      capacity: 20,
      seatsLeft: 20,
      waitlistLength: 0,
      hostCommune: { code: '09030' },
      partner: { name: 'Communauté de communes' },
      programme: [{ startsAt: '2099-05-01T09:30:00.000Z', title: 'Accueil', place: null }],
      demonstration: false,
    });
  });

  it('are null when nobody may see them', async () => {
    const { data } = await ask(
      `{ draft: discoverySession(slug: "brouillon") { slug } none: discoverySession(slug: "x") { slug } }`,
    );
    expect(data).toEqual({ draft: null, none: null });
  });
});

describe('the next sessions', () => {
  const UPCOMING = 'upcomingSessions(first: 2) { totalCount nodes { slug } pageInfo { hasNextPage } }';

  it('of a territory are those to come, whichever territory the request is about', async () => {
    const document = `{ _entities(representations: [{ __typename: "Territory", id: "${territoryId}" }, { __typename: "Territory", id: "${randomUUID()}" }]) { ... on Territory { ${UPCOMING} } } }`;
    const expected = [
      {
        upcomingSessions: {
          totalCount: 3,
          nodes: [{ slug: 'premiere' }, { slug: 'deuxieme' }],
          pageInfo: { hasNextPage: true },
        },
      },
      { upcomingSessions: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } } },
    ];
    for (const client of [
      ask,
      world.subgraph.client(),
      world.subgraph.client({ territoryId: randomUUID() }),
    ]) {
      expect((await client(document)).data?._entities).toEqual(expected);
    }
  });

  it('of communes come together, and are unknown without a territory', async () => {
    const document = `{ _entities(representations: [{ __typename: "Commune", code: "09122" }, { __typename: "Commune", code: "09030" }, { __typename: "Commune", code: "09999" }]) { ... on Commune { ${UPCOMING} } } }`;
    const { data } = await ask(document);
    expect(
      data?._entities.map(
        ({ upcomingSessions }: { upcomingSessions: { nodes: { slug: string }[]; totalCount: number } }) => [
          slugs(upcomingSessions),
          upcomingSessions.totalCount,
        ],
      ),
    ).toEqual([
      [['deuxieme'], 1],
      [['premiere', 'complete'], 2],
      [[], 0],
    ]);
    const without = await world.subgraph.client()(document);
    expect(without.data?._entities).toEqual(Array(3).fill({ upcomingSessions: null }));
  });
});

describe('what is asked amiss', () => {
  const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');

  it.each([
    ['too many at once', { first: 101 }],
    ['none', { first: 0 }],
    ['a date that is none', { from: 'tomorrow' }],
    ['no cursor', { after: 'x' }],
    ['a cursor without a date', { after: forged(['x', randomUUID()]) }],
    ['a cursor of an impossible date', { after: forged(['2099-99-99T09:00:00.000000Z', randomUUID()]) }],
    ['a cursor with a strange id', { after: forged(['2099-05-01T09:00:00.000000Z', 'x']) }],
  ])('is refused with a code: %s', async (_what, variables) => {
    const { errors } = await ask(DOCUMENT, variables);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});
