import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const OUTCOME = `outcome: %s { __typename ... on PromotionSaved { id } ... on PromotionRefused { outdated problems { field message } } }`;
const change = (call: string, input: string) =>
  `mutation ($input: ${input}!, $id: ID = "", $stamp: String = "") { ${OUTCOME.replace('%s', call)} }`;
const CREATE = change('createCampaign(input: $input)', 'CampaignInput').replace(
  ', $id: ID = "", $stamp: String = ""',
  '',
);
const UPDATE = change('updateCampaign(id: $id, stamp: $stamp, input: $input)', 'CampaignInput').replace(
  '$id: ID = "", $stamp: String = ""',
  '$id: ID!, $stamp: String!',
);
const CREATE_LINK = `mutation ($input: PromotionLinkInput!) { ${OUTCOME.replace('%s', 'createPromotionLink(input: $input)')} }`;
const CAMPAIGN = {
  name: 'Affiches en gare',
  channel: 'PRESS',
  startsOn: '2026-03-01',
  endsOn: '2026-04-30',
  budgetCents: 150_000,
  spentCents: null,
};

function territory() {
  const territoryId = randomUUID();
  const as = (role: 'AGENT' | 'VIEWER' | 'CONTRIBUTOR') =>
    world.subgraph.client({ territoryId, viewer: viewerAs(role) });
  return { territoryId, as, agent: as('AGENT'), visitor: world.subgraph.client({ territoryId }) };
}

describe('a campaign', () => {
  it('is kept by agents, read by all members, and by nobody else', async () => {
    const { agent, as, visitor } = territory();
    const { data } = await agent(CREATE, { input: CAMPAIGN });
    expect(data?.outcome.__typename).toBe('PromotionSaved');
    const read =
      '{ campaigns { totalCount nodes { name budgetCents spentCents results { cost { cents } } } } }';
    for (const member of [agent, as('VIEWER'), as('CONTRIBUTOR')])
      expect((await member(read)).data?.campaigns.nodes).toEqual([
        {
          name: 'Affiches en gare',
          budgetCents: 150_000,
          spentCents: null,
          results: { cost: { cents: null } },
        },
      ]);
    expect((await visitor(read)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await as('VIEWER')(CREATE, { input: CAMPAIGN })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await territory().agent(read)).data?.campaigns.totalCount).toBe(0);
  });

  it('is refused with words for every field that is wrong', async () => {
    const { agent } = territory();
    const { data } = await agent(CREATE, {
      input: { ...CAMPAIGN, name: ' ', startsOn: '2026-05-01', budgetCents: -1, endsOn: '2026-04-30' },
    });
    expect(data?.outcome.problems.map(({ field }: { field: string }) => field)).toEqual([
      'endsOn',
      'name',
      'budgetCents',
    ]);
    const { data: pointing } = await agent(CREATE, { input: { ...CAMPAIGN, audienceId: randomUUID() } });
    expect(pointing?.outcome.problems).toMatchObject([{ field: 'audienceId' }]);
  });

  it('edited by two at a time loses nothing: the second is told, and nothing is written', async () => {
    const { agent } = territory();
    const { id } = (await agent(CREATE, { input: CAMPAIGN })).data!['outcome'];
    const read = async () => (await agent(`{ campaign(id: "${id}") { name stamp } }`)).data?.campaign;
    const { stamp } = await read();
    const first = await agent(UPDATE, { id, stamp, input: { ...CAMPAIGN, name: 'La première' } });
    expect(first.data?.outcome.__typename).toBe('PromotionSaved');
    const second = await agent(UPDATE, { id, stamp, input: { ...CAMPAIGN, name: 'La seconde' } });
    expect(second.data?.outcome).toMatchObject({ outdated: true, problems: [{ field: 'stamp' }] });
    const now = await read();
    expect(now.name).toBe('La première');
    await agent(UPDATE, { id, stamp: now.stamp, input: { ...CAMPAIGN, name: 'La seconde' } });
    expect((await read()).name).toBe('La seconde');
  });
});

describe('a link', () => {
  const FOLLOW =
    'mutation ($code: String!, $counted: Boolean) { followPromotionLink(code: $code, counted: $counted) }';
  const links = '{ promotionLinks { code target followed stamp } }';

  it('leads to a page of the site and counts who follows it, but no machine', async () => {
    const { agent, visitor } = territory();
    await agent(CREATE_LINK, {
      input: { label: 'Affiche, gare d’Ax', target: '/decouvrir?o=vieux', code: null },
    });
    expect((await visitor(FOLLOW, { code: 'affiche-gare-d-ax' })).data?.followPromotionLink).toBe(
      '/decouvrir',
    );
    await visitor(FOLLOW, { code: 'affiche-gare-d-ax', counted: false });
    expect((await agent(links)).data?.promotionLinks).toMatchObject([
      { code: 'affiche-gare-d-ax', target: '/decouvrir', followed: 1 },
    ]);
    expect((await visitor(FOLLOW, { code: 'inconnu' })).data?.followPromotionLink).toBeNull();
    expect(
      (await territory().visitor(FOLLOW, { code: 'affiche-gare-d-ax' })).data?.followPromotionLink,
    ).toBeNull();
    expect((await visitor(links)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    'https://ailleurs.example/',
    '//ailleurs.example',
    '/\\ailleurs',
    '/espace',
    '/en/connexion',
    '/o/autre',
    'decouvrir',
    'javascript:1',
  ])('leads nowhere else: %s', async (target) => {
    const { data } = await territory().agent(CREATE_LINK, { input: { label: 'x y', target } });
    expect(data?.outcome.problems).toMatchObject([{ field: 'target' }]);
  });

  it('has a code of its own', async () => {
    const { agent } = territory();
    const input = { label: 'Affiche', target: '/', code: 'gare' };
    await agent(CREATE_LINK, { input });
    expect((await agent(CREATE_LINK, { input })).data?.outcome.problems).toMatchObject([{ field: 'code' }]);
    expect(
      (await agent(CREATE_LINK, { input: { ...input, code: 'Été !' } })).data?.outcome.problems,
    ).toMatchObject([{ field: 'code' }]);
    expect((await territory().agent(CREATE_LINK, { input })).data?.outcome.__typename).toBe('PromotionSaved');
  });

  it('can be changed while people follow it', async () => {
    const { agent, visitor } = territory();
    const { id } = (await agent(CREATE_LINK, { input: { label: 'Affiche', target: '/', code: 'gare' } }))
      .data!['outcome'];
    const [{ stamp }] = (await agent(links)).data!['promotionLinks'];
    await visitor(FOLLOW, { code: 'gare' });
    const update = `mutation ($id: ID!, $stamp: String!, $input: PromotionLinkInput!) { ${OUTCOME.replace('%s', 'updatePromotionLink(id: $id, stamp: $stamp, input: $input)')} }`;
    const { data } = await agent(update, {
      id,
      stamp,
      input: { label: 'Affiche', target: '/carte', code: 'gare' },
    });
    expect(data?.outcome.__typename).toBe('PromotionSaved');
  });
});

describe('a fair', () => {
  const SAVE = `mutation ($input: FairInput!) { ${OUTCOME.replace('%s', 'createFair(input: $input)')} }`;
  const FAIR = {
    name: 'Salon de Toulouse',
    place: 'Parc des expositions',
    startsAt: '2099-05-01T08:00:00Z',
    endsAt: '2099-05-02T17:00:00Z',
    costCents: 80_000,
    shown: true,
  };
  const READ = 'query ($from: DateTime) { fairs(from: $from) { nodes { slug name } } }';

  it('shows to visitors once it is announced, without what it costs', async () => {
    const { agent, visitor, as } = territory();
    await agent(SAVE, { input: FAIR });
    await agent(SAVE, { input: { ...FAIR, shown: false } });
    expect((await visitor(READ)).data?.fairs.nodes).toEqual([
      { slug: 'salon-de-toulouse', name: 'Salon de Toulouse' },
    ]);
    expect((await visitor('{ fair(slug: "salon-de-toulouse-2") { name } }')).data?.fair).toBeNull();
    expect((await visitor(READ, { from: '2099-05-03T00:00:00Z' })).data?.fairs.nodes).toEqual([]);
    const records = '{ fairRecords { costCents householdsMet fair { slug } } }';
    expect((await as('VIEWER')(records)).data?.fairRecords).toHaveLength(2);
    expect((await visitor(records)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('ends after it starts', async () => {
    const { data } = await territory().agent(SAVE, { input: { ...FAIR, endsAt: FAIR.startsAt } });
    expect(data?.outcome.problems).toMatchObject([{ field: 'endsAt' }]);
  });
});
