import { randomUUID } from 'node:crypto';
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
const OUTCOME = `__typename ... on ArrivalRefused { problems { field } }
  ... on ArrivalSaved { record { id status subject { displayName published consent { wording } }
    arrival { slug title summary paragraphs publishedAt } } }`;

/** A published solo that agreed to be presented to the press. */
async function presentable(displayName = `Solo ${randomUUID()}`) {
  const { id } = await world.publishedSolo(territoryId, { displayName, slug: `s-${randomUUID()}` });
  return { soloId: id, consentId: await pressConsent(id) };
}

async function pressConsent(soloId: string): Promise<string> {
  const id = randomUUID();
  await world.superuser.query(
    `insert into consent (id, territory_id, solo_id, purpose, wording, version, channel, given_at)
     values ($1, $2, $3, 'PRESS', 'J’accepte la presse.', '1', 'PAPER', now())`,
    [id, territoryId, soloId],
  );
  return id;
}

const words = {
  title: 'Une vannière s’installe',
  summary: 'Elle tresse l’osier.',
  body: 'Premier paragraphe.\n\nSecond paragraphe.',
};

async function create(soloId: string, input: Record<string, unknown> = {}) {
  const { data, errors } = await as('AGENT')(
    `mutation ($input: ArrivalInput!) { createArrival(input: $input) { ${OUTCOME} } }`,
    { input: { soloId, ...words, ...input } },
  );
  expect(errors).toBeUndefined();
  return data?.createArrival;
}

async function act(field: 'publishArrival' | 'withdrawArrival', id: string) {
  const { data } = await as('AGENT')(`mutation ($id: ID!) { ${field}(id: $id) { ${OUTCOME} } }`, { id });
  return data?.[field];
}

const shown = async (): Promise<string[]> => {
  const { data } = await as(null)('{ arrivals(first: 100) { nodes { slug } } }');
  return data?.arrivals.nodes.map(({ slug }: { slug: string }) => slug);
};
const page = async (slug: string) => {
  const { data } = await as(null)(
    'query ($slug: String!) { arrival(slug: $slug) { title paragraphs solo { displayName } } }',
    { slug },
  );
  return data?.arrival;
};

describe('an arrival', () => {
  it('is a draft that nobody outside reads, then news, paragraph by paragraph, with the entry it is about', async () => {
    const { soloId } = await presentable('Vannerie Haute');
    const { record } = await create(soloId);
    expect(record).toMatchObject({ status: 'DRAFT', subject: { displayName: 'Vannerie Haute' } });
    const { slug } = record.arrival;
    expect(slug).toMatch(/^une-vanniere-s-installe/);
    expect(await shown()).not.toContain(slug);
    expect(await page(slug)).toBeNull();

    expect((await act('publishArrival', record.id)).record.status).toBe('PUBLISHED');
    expect(await shown()).toContain(slug);
    expect(await page(slug)).toEqual({
      title: words.title,
      paragraphs: ['Premier paragraphe.', 'Second paragraphe.'],
      solo: { displayName: 'Vannerie Haute' },
    });
  });

  it('goes at once with the consent that it rests on, whoever takes it back, and does not come back without one', async () => {
    const { soloId, consentId } = await presentable();
    const { record } = await create(soloId);
    await act('publishArrival', record.id);
    await world.withdraw(consentId);
    expect(await shown()).not.toContain(record.arrival.slug);
    expect(await page(record.arrival.slug)).toBeNull();
    const refused = await act('publishArrival', record.id);
    expect(refused.problems).toEqual([{ field: 'consent' }]);
    const { rows } = await world.superuser.query('select status, consent_id from arrival where id = $1', [
      record.id,
    ]);
    expect(rows).toEqual([{ status: 'WITHDRAWN', consent_id: null }]);

    await pressConsent(soloId);
    expect((await act('publishArrival', record.id)).record.status).toBe('PUBLISHED');
  });

  it('does not rest on a consent to the directory, nor on an entry that does not show', async () => {
    const { id: webOnly } = await world.publishedSolo(territoryId);
    const { record } = await create(webOnly);
    expect((await act('publishArrival', record.id)).problems).toEqual([{ field: 'consent' }]);
    const consent = await world.consent(territoryId, await world.identifiedSolo(territoryId));
    await expect(
      world.superuser.query(
        `update arrival set status = 'PUBLISHED', published_at = now(), consent_id = $2 where id = $1`,
        [record.id, consent],
      ),
    ).rejects.toThrow('violates foreign key');

    const identified = await world.identifiedSolo(territoryId);
    await pressConsent(identified);
    const { record: other } = await create(identified);
    expect((await act('publishArrival', other.id)).problems).toEqual([{ field: 'soloId' }]);
  });

  it('is withdrawn by a member and shown again, keeping its address', async () => {
    const { soloId } = await presentable();
    const { record } = await create(soloId);
    await act('publishArrival', record.id);
    expect((await act('withdrawArrival', record.id)).record.status).toBe('WITHDRAWN');
    expect(await shown()).not.toContain(record.arrival.slug);
    await act('publishArrival', record.id);
    expect(await shown()).toContain(record.arrival.slug);
  });

  it('has an address of its own, also beside one of the same title', async () => {
    const { soloId } = await presentable();
    const titles = await Promise.all([1, 2, 3].map(() => create(soloId, { title: 'Le même titre' })));
    const slugs = titles.map(({ record }) => record.arrival.slug);
    expect(slugs.sort()).toEqual(['le-meme-titre', 'le-meme-titre-2', 'le-meme-titre-3']);
  });

  it('is refused with a word for each field that is wrong, and keeps markup as text', async () => {
    const { soloId } = await presentable();
    const refused = await create(soloId, {
      title: 'x'.repeat(121),
      summary: ' ',
      body: 'x'.repeat(8001),
      arrivedOn: '2099-01-01',
    });
    expect(refused.problems.map(({ field }: { field: string }) => field).sort()).toEqual([
      'arrivedOn',
      'body',
      'summary',
      'title',
    ]);
    expect((await create(randomUUID())).problems).toEqual([{ field: 'soloId' }]);
    const { record } = await create(soloId, { body: '<script>alert(1)</script>\u202e' });
    expect(record.arrival.paragraphs).toEqual(['<script>alert(1)</script>']);
    const { errors } = await as('AGENT')(
      `mutation ($input: ArrivalInput!) { createArrival(input: $input) { ${OUTCOME} } }`,
      { input: { soloId, ...words, body: 'x'.repeat(100_000) } },
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('the arrivals of members', () => {
  it('are offered those who may be presented, and only them', async () => {
    const { soloId } = await presentable('Qui accepte');
    const { id: webOnly } = await world.publishedSolo(territoryId);
    const { data } = await as('VIEWER')('{ arrivalSubjects { soloId consent { wording } } }');
    const subjects = data?.arrivalSubjects as { soloId: string; consent: { wording: string } }[];
    expect(subjects.find((one) => one.soloId === soloId)?.consent.wording).toBe('J’accepte la presse.');
    expect(subjects.map((one) => one.soloId)).not.toContain(webOnly);
  });

  it('are searched without accents, and read by members alone', async () => {
    const { soloId } = await presentable();
    const { record } = await create(soloId, { title: 'Été à la forge' });
    const { data } = await as('VIEWER')(
      '{ arrivalRecords(filter: { search: "ETE à la", statuses: [DRAFT] }) { totalCount nodes { id } } }',
    );
    expect(data?.arrivalRecords.nodes).toEqual([{ id: record.id }]);
    for (const [role, code] of [
      [null, 'UNAUTHENTICATED'],
      ['AGENT', undefined],
    ] as const) {
      const { errors } = await as(role)('{ arrivalRecords { totalCount } }');
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
    const { data: elsewhere } = await as('AGENT', randomUUID())(
      'query ($id: ID!) { arrivalRecord(id: $id) { id } }',
      { id: record.id },
    );
    expect(elsewhere?.arrivalRecord).toBeNull();
    const { errors } = await as('VIEWER')('mutation ($id: ID!) { publishArrival(id: $id) { __typename } }', {
      id: record.id,
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('delete what does not show', async () => {
    const { soloId } = await presentable();
    const { record } = await create(soloId);
    await act('publishArrival', record.id);
    const remove = async () =>
      (await as('AGENT')('mutation ($id: ID!) { deleteArrival(id: $id) }', { id: record.id })).data
        ?.deleteArrival;
    expect(await remove()).toBe(false);
    await act('withdrawArrival', record.id);
    expect(await remove()).toBe(true);
  });
});
