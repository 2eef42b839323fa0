import { randomUUID } from 'node:crypto';
import { workingDaysBetween } from '@ancrage/working-days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

const territoryId = randomUUID();
let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

const as = (role: string | null, territory = territoryId) =>
  world.subgraph.client({
    territoryId: territory,
    ...(role && { viewer: { userId: 'm1', role, regions: [], operator: false } as never }),
  });
const agent = (territory = territoryId) => as('AGENT', territory);

const RECORD = `id state commitmentState consentGivenOn consentWording actor { name offers { id step what answersWithin } }
  contacts { id name email phone } exchanges { id subject answeredAt workingDays inTime }
  responsiveness { asked answered medianWorkingDays promised kept keptShare }`;
const OUTCOME = `__typename ... on NetworkSaved { record { ${RECORD} } } ... on NetworkRefused { problems { field message } }`;

interface Outcome {
  __typename: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape that the test asked for.
  record: any;
  problems: { field: string; message: string }[];
}

async function change(
  field: string,
  types: string,
  variables: Record<string, unknown>,
  territory = territoryId,
): Promise<Outcome> {
  const given = Object.keys(variables)
    .map((name) => `${name}: $${name}`)
    .join(', ');
  const { data, errors } = await agent(territory)(
    `mutation (${types}) { ${field}(${given}) { ${OUTCOME} } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data?.[field];
}

const create = (input: Record<string, unknown> = {}, territory = territoryId) =>
  change(
    'createNetworkActor',
    '$input: NetworkActorInput!',
    { input: { kind: 'ORGANISATION', name: `Maison ${randomUUID()}`, scale: 'LOCAL', ...input } },
    territory,
  );
const offer = (actorId: string, input: Record<string, unknown>, territory = territoryId) =>
  change(
    'addNetworkOffer',
    '$actorId: ID!, $input: NetworkOfferInput!',
    { actorId, input: { what: 'Aide', ...input } },
    territory,
  );
const publish = (id: string, version?: string) =>
  change('publishNetworkActor', '$id: ID!, $consent: NetworkConsentInput', {
    id,
    consent: version ? { version, givenOn: '2026-01-05' } : null,
  });
const exchange = (actorId: string, input: Record<string, unknown>, territory = territoryId) =>
  change(
    'recordNetworkExchange',
    '$input: NetworkExchangeInput!',
    { input: { actorId, subject: 'Une place', means: 'PHONE', ...input } },
    territory,
  );
const publicNames = async () => {
  const { data } = await as(null)('{ networkActors { name } }');
  return data?.networkActors.map(({ name }: { name: string }) => name);
};

describe('working days', () => {
  it.each([
    ['the same day', '2026-11-23T08:00:00Z', '2026-11-23T20:00:00Z', 0],
    ['a Friday to the Monday after it', '2026-11-20T10:00:00Z', '2026-11-23T10:00:00Z', 1],
    ['over All Saints and Armistice', '2025-10-31T10:00:00Z', '2025-11-12T10:00:00Z', 7],
    ['over Easter Monday', '2026-04-03T10:00:00Z', '2026-04-07T10:00:00Z', 1],
    ['over Ascension Day', '2026-05-13T10:00:00Z', '2026-05-15T10:00:00Z', 1],
    ['over Whit Monday', '2027-05-14T10:00:00Z', '2027-05-18T10:00:00Z', 1],
    ['past midnight in Paris', '2026-11-23T22:30:00Z', '2026-11-23T23:30:00Z', 1],
    ['backwards', '2026-11-24T10:00:00Z', '2026-11-20T10:00:00Z', 0],
  ])('%s', (_, from, to, days) => {
    expect(workingDaysBetween(new Date(from), new Date(to))).toBe(days);
  });
});

describe('an actor', () => {
  it('is named in public once it agreed, in these words, and not a moment longer', async () => {
    const { record } = await create({ kind: 'PERSON', name: 'Odile d’En Haut' });
    expect(record.state).toBe('HIDDEN');
    expect((await publish(record.id)).problems[0]?.field).toBe('consent');
    expect((await publish(record.id, '1999')).problems[0]?.field).toBe('consent');
    expect(await publicNames()).not.toContain('Odile d’En Haut');

    const { data } = await agent()('{ networkConsent(kind: PERSON) { version wording } }');
    const published = await publish(record.id, data?.networkConsent.version);
    expect(published.record).toMatchObject({
      state: 'PUBLISHED',
      consentGivenOn: '2026-01-05',
      consentWording: data?.networkConsent.wording,
    });
    expect(await publicNames()).toContain('Odile d’En Haut');

    const hidden = await change('hideNetworkActor', '$id: ID!, $consentWithdrawn: Boolean!', {
      id: record.id,
      consentWithdrawn: true,
    });
    expect(hidden.record).toMatchObject({ state: 'HIDDEN', consentGivenOn: null, consentWording: null });
    expect(await publicNames()).not.toContain('Odile d’En Haut');
    expect((await publish(record.id)).__typename).toBe('NetworkRefused');
  });

  it('is archived with its history instead of deleted, and comes back hidden', async () => {
    const { record } = await create();
    await exchange(record.id, {});
    const { data } = await agent()('{ networkConsent(kind: ORGANISATION) { version } }');
    await publish(record.id, data?.networkConsent.version);
    const archived = await change('archiveNetworkActor', '$id: ID!', { id: record.id });
    expect(archived.record).toMatchObject({ state: 'ARCHIVED', exchanges: [{ subject: 'Une place' }] });
    expect(await publicNames()).not.toContain(record.actor.name);
    expect((await publish(record.id)).problems[0]?.field).toBe('id');
    const restored = await change('restoreNetworkActor', '$id: ID!', { id: record.id });
    expect(restored.record.state).toBe('HIDDEN');
  });

  it('tells whether its commitment holds, from what was agreed', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const states = await Promise.all(
      [
        {},
        { commitment: 'Aider.' },
        { commitment: 'Aider.', committedUntil: inDays(10) },
        { commitment: 'Aider.', committedUntil: inDays(100) },
        { commitment: 'Aider.', committedUntil: inDays(-2) },
      ].map(async (input) => (await create(input)).record.commitmentState),
    );
    expect(states).toEqual(['NONE', 'HOLDS', 'EXPIRING', 'HOLDS', 'EXPIRED']);
  });

  it('is refused with a word for each field that is wrong', async () => {
    const refused = await create({
      name: '\u202e ',
      website: 'http://exemple.fr',
      committedOn: '2026-02-01',
      committedUntil: '2026-01-01',
    });
    expect(refused.problems.map(({ field }) => field).sort()).toEqual([
      'commitment',
      'committedUntil',
      'name',
      'website',
    ]);
  });

  it('keeps markup as text and nothing that turns the writing around', async () => {
    const { record } = await create({ name: '<b>Maison</b> \u202eliarT' });
    expect(record.actor.name).toBe('<b>Maison</b> liarT');
  });

  it('is reached by a contact that has an address or a number', async () => {
    const { record } = await create();
    const add = (input: Record<string, unknown>) =>
      change('addNetworkContact', '$actorId: ID!, $input: NetworkContactInput!', {
        actorId: record.id,
        input: { name: 'Nadège', ...input },
      });
    expect((await add({})).problems[0]?.field).toBe('email');
    expect((await add({ email: 'pas une adresse' })).problems[0]?.field).toBe('email');
    expect((await add({ phone: '05 36 49 01 00' })).record.contacts).toMatchObject([
      { name: 'Nadège', phone: '+33536490100' },
    ]);
  });
});

describe('response times', () => {
  it('are unknown until there is an answer: never zero', async () => {
    const { record } = await create();
    expect(record.responsiveness).toEqual({
      asked: 0,
      answered: 0,
      medianWorkingDays: null,
      promised: 0,
      kept: 0,
      keptShare: null,
    });
    const asked = await exchange(record.id, {});
    expect(asked.record.responsiveness).toMatchObject({ asked: 1, medianWorkingDays: null, keptShare: null });
  });

  it('are the median of working days, and the share within what was promised at that step', async () => {
    const { record } = await create();
    await offer(record.id, { step: 'HOUSING', answersWithin: 2 });
    for (const [askedAt, answeredAt] of [
      ['2026-11-02T09:00:00Z', '2026-11-03T09:00:00Z'],
      ['2026-11-06T09:00:00Z', '2026-11-09T09:00:00Z'],
      ['2026-10-05T09:00:00Z', '2026-10-14T09:00:00Z'],
    ]) {
      const { record: now } = await exchange(record.id, { step: 'HOUSING', askedAt });
      const { id } = now.exchanges.find((one: { answeredAt: unknown }) => one.answeredAt === null);
      await change('answerNetworkExchange', '$id: ID!, $answeredAt: DateTime', { id, answeredAt });
    }
    // Nothing was promised at this step, so it says nothing of promises.
    await exchange(record.id, { step: 'WORK', askedAt: '2026-01-05T09:00:00Z' });
    // Promised and overdue without an answer: not kept.
    const { record: last } = await exchange(record.id, { step: 'HOUSING', askedAt: '2026-09-01T09:00:00Z' });
    expect(last.responsiveness).toEqual({
      asked: 5,
      answered: 3,
      medianWorkingDays: 1,
      promised: 4,
      kept: 2,
      keptShare: 0.5,
    });
  });

  it('refuse an answer before its request and one to come', async () => {
    const { record } = await create();
    const { record: asked } = await exchange(record.id, { askedAt: '2026-11-02T09:00:00Z' });
    const [{ id }] = asked.exchanges;
    for (const answeredAt of ['2026-11-01T09:00:00Z', '2099-01-01T09:00:00Z']) {
      const refused = await change('answerNetworkExchange', '$id: ID!, $answeredAt: DateTime', {
        id,
        answeredAt,
      });
      expect(refused.problems[0]?.field).toBe('answeredAt');
    }
    expect((await exchange(record.id, { askedAt: '2099-01-01T09:00:00Z' })).problems[0]?.field).toBe(
      'askedAt',
    );
  });
});

describe('the mobilisation list', () => {
  it('calls first whose commitment holds, then the nearest, then who answers', async () => {
    const own = randomUUID();
    const commitment = { commitment: 'Aider.' };
    const actors: [string, Record<string, unknown>][] = [
      ['National engagé', { scale: 'NATIONAL', ...commitment }],
      ['Local sans engagement', {}],
      ['Local engagé', { ...commitment }],
      ['Local engagé de la commune', { ...commitment, communeCode: '09122' }],
      ['Engagement échu', { ...commitment, committedUntil: '2020-01-01' }],
      ['Local engagé et rapide', { ...commitment }],
      ['Département engagé', { scale: 'DEPARTMENT', ...commitment, communeCode: '09122' }],
      ['Archivé', { ...commitment }],
    ];
    for (const [name, input] of actors) {
      const { record } = await create({ name, ...input }, own);
      await offer(record.id, { step: 'FAMILY', answersWithin: 5 }, own);
      if (name === 'Archivé') await change('archiveNetworkActor', '$id: ID!', { id: record.id }, own);
      if (name === 'Local engagé et rapide') {
        const { record: asked } = await exchange(record.id, { step: 'FAMILY' }, own);
        await change('answerNetworkExchange', '$id: ID!', { id: asked.exchanges[0].id }, own);
      }
    }
    const elsewhere = await create({ name: 'Autre étape' }, own);
    await offer(elsewhere.record.id, { step: 'WORK' }, own);
    const { data } = await agent(own)(
      '{ networkMobilisation(step: FAMILY, commune: "09122") { sameCommune record { actor { name } } } }',
    );
    expect(
      data?.networkMobilisation.map(
        ({ record }: { record: { actor: { name: string } } }) => record.actor.name,
      ),
    ).toEqual([
      'Local engagé de la commune',
      'Local engagé et rapide',
      'Local engagé',
      'Département engagé',
      'National engagé',
      'Local sans engagement',
      'Engagement échu',
    ]);
    const { data: covered } = await agent(own)('{ networkCoverage { step scale actors } }');
    expect(covered?.networkCoverage).toHaveLength(32);
    expect(covered?.networkCoverage).toContainEqual({ step: 'FAMILY', scale: 'LOCAL', actors: 5 });
    expect(covered?.networkCoverage).toContainEqual({ step: 'HOUSING', scale: 'LOCAL', actors: 0 });
  });
});

describe('the network of members', () => {
  it.each([
    'networkRecords { totalCount }',
    'networkCoverage { actors }',
    'networkMobilisation(step: WORK) { sameCommune }',
  ])('is refused to the public: %s', async (query) => {
    const { errors } = await as(null)(`{ ${query} }`);
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('is read by a viewer, who changes nothing', async () => {
    const { errors } = await as('VIEWER')('{ networkRecords { totalCount } }');
    expect(errors).toBeUndefined();
    const { errors: refused } = await as('VIEWER')(
      'mutation { createNetworkActor(input: { kind: PERSON, name: "X", scale: LOCAL }) { __typename } }',
    );
    expect(refused?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('does not exist for another territory', async () => {
    const { record } = await create();
    const { data } = await agent(randomUUID())('query ($id: ID!) { networkRecord(id: $id) { id } }', {
      id: record.id,
    });
    expect(data?.networkRecord).toBeNull();
    const { errors } = await agent(randomUUID())(
      'mutation ($id: ID!) { archiveNetworkActor(id: $id) { __typename } }',
      { id: record.id },
    );
    expect(errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('is searched, filtered, ordered and read page by page', async () => {
    const own = randomUUID();
    for (const name of ['Érable', 'Aulne', 'Zelkova']) await create({ name }, own);
    const page = async (after: string | null) => {
      const { data } = await agent(own)(
        'query ($after: String) { networkRecords(first: 2, after: $after) { totalCount nodes { actor { name } } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      return data?.networkRecords;
    };
    const first = await page(null);
    expect(first.totalCount).toBe(3);
    const names = [...first.nodes, ...(await page(first.pageInfo.endCursor)).nodes].map(
      ({ actor }: { actor: { name: string } }) => actor.name,
    );
    expect(names).toEqual(['Aulne', 'Érable', 'Zelkova']);
    const { data } = await agent(own)(
      '{ networkRecords(filter: { search: "erable", scales: [LOCAL] }) { totalCount } none: networkRecords(filter: { scales: [NATIONAL] }) { totalCount } }',
    );
    expect([data?.networkRecords.totalCount, data?.none.totalCount]).toEqual([1, 0]);
  });
});
