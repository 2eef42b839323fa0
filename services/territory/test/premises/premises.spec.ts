import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TwoTerritories, twoTerritories } from '../story.js';
import { inDays, NAMED, premisesOf } from './premises.story.js';

let story: TwoTerritories;
let pfha: ReturnType<typeof premisesOf>;
beforeAll(async () => {
  story = await twoTerritories();
  pfha = premisesOf(story);
});
afterAll(() => story.subgraph.stop());

describe('premises', () => {
  it('are a draft that nobody outside sees, until published', async () => {
    const { data } = await pfha.create({ title: 'Bureau du Pas de l’Ours' });
    const { id, state } = data!['createPremises'].premises;
    expect(state).toBe('DRAFT');
    expect(await pfha.titles()).not.toContain('Bureau du Pas de l’Ours');
    expect(await pfha.titles({ states: ['DRAFT'] })).toEqual([]);
    expect(await pfha.titles({ states: ['DRAFT'] }, 'VIEWER')).toContain('Bureau du Pas de l’Ours');
    const seen = `query ($id: ID!) { premisesById(id: $id) { title commune { name } } }`;
    expect((await pfha.ask('PUBLIC')(seen, { id })).data!['premisesById']).toBeNull();
    await pfha.publish(id);
    expect((await pfha.ask('PUBLIC')(seen, { id })).data!['premisesById']).toEqual({
      title: 'Bureau du Pas de l’Ours',
      commune: { name: 'Foix' },
    });
    await pfha.archive(id);
    expect(await pfha.titles()).not.toContain('Bureau du Pas de l’Ours');
    await pfha.publish(id);
    expect(await pfha.titles()).toContain('Bureau du Pas de l’Ours');
  });

  it('hide after their last day, ask to be renewed, and show again once they are', async () => {
    const id = await pfha.published({ title: 'Grange à louer' });
    const soon = await pfha.published({ title: 'Bientôt à renouveler', expiresOn: inDays(12) });
    await pfha.expire(id);
    expect(await pfha.titles()).not.toContain('Grange à louer');
    expect(await pfha.titles({ toRenew: true }, 'AGENT')).toEqual(['Bientôt à renouveler', 'Grange à louer']);
    expect(await pfha.titles({ toRenew: true })).toEqual(['Bientôt à renouveler']);
    expect(await pfha.publish(id)).toMatchObject({ problems: [{ field: 'expiresOn' }] });
    expect(await pfha.renew(id, inDays(800))).toMatchObject({ problems: [{ field: 'expiresOn' }] });
    expect(await pfha.renew(id, inDays(180))).toMatchObject({
      premises: { state: 'PUBLISHED', expiresOn: inDays(180) },
    });
    await pfha.renew(soon, inDays(180));
    expect(await pfha.titles({ toRenew: true }, 'AGENT')).toEqual([]);
    expect(await pfha.titles()).toContain('Grange à louer');
  });

  it('are found by what people look for', async () => {
    await pfha.published({
      title: 'Écurie rénovée',
      kind: 'OFFICE',
      communeCode: '09306',
      surface: 80,
      tenure: 'RENT',
      fibre: true,
      availableFrom: inDays(10),
      description: 'Ancienne écurie de la vallée.',
    });
    const only = ['Écurie rénovée'];
    expect(await pfha.titles({ search: 'ECURIE' })).toEqual(only);
    expect(await pfha.titles({ search: 'vallee' })).toEqual(only);
    expect(await pfha.titles({ commune: '09306' })).toEqual(only);
    expect(await pfha.titles({ kinds: ['OFFICE', 'LAND'], tenure: 'RENT' })).toEqual(only);
    expect(await pfha.titles({ minimumSurface: 80, fibre: true })).toEqual(only);
    expect(await pfha.titles({ availableBefore: inDays(10) })).toEqual(only);
    expect(await pfha.titles({ minimumSurface: 81 })).toEqual([]);
    expect(await pfha.titles({ availableBefore: inDays(9) })).toEqual([]);
    expect(await pfha.titles({ search: '100%_' })).toEqual([]);
    const { data } = await pfha.ask('PUBLIC')(
      '{ commune(code: "09306") { premisesKinds premises { totalCount nodes { title slug } } } other: commune(code: "09030") { premisesKinds } }',
    );
    expect(data).toEqual({
      commune: {
        premisesKinds: ['OFFICE'],
        premises: { totalCount: 1, nodes: [{ title: 'Écurie rénovée', slug: 'ecurie-renovee' }] },
      },
      other: { premisesKinds: [] },
    });
  });

  it('come by pages, each once', async () => {
    for (const number of [1, 2, 3]) await pfha.published({ title: `Terrain ${number}`, kind: 'LAND' });
    const page = async (after?: string) =>
      (
        await pfha.ask('PUBLIC')(
          'query ($after: String) { premises(filter: { kinds: [LAND] }, first: 2, after: $after) { totalCount nodes { title } pageInfo { hasNextPage endCursor } } }',
          { after },
        )
      ).data!['premises'];
    const first = await page();
    const second = await page(first.pageInfo.endCursor);
    expect(first).toMatchObject({ totalCount: 3, nodes: [{ title: 'Terrain 3' }, { title: 'Terrain 2' }] });
    expect(second).toMatchObject({
      totalCount: 3,
      nodes: [{ title: 'Terrain 1' }],
      pageInfo: { hasNextPage: false },
    });
    const { errors } = await pfha.ask('PUBLIC')('{ premises(after: "WyJ4Il0") { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('a contact', () => {
  const contactSeen = async (id: string) =>
    (
      await pfha.ask('PUBLIC')(
        'query ($id: ID!) { premisesById(id: $id) { contact { name email phone consentAt } } }',
        { id },
      )
    ).data!['premisesById'].contact;

  it('shows with a consent, dated, and not without', async () => {
    const { data } = await pfha.create({ ...NAMED, contactConsent: undefined });
    expect(data!['createPremises'].problems).toEqual([
      { field: 'contactConsent', message: expect.stringContaining('Personne n’est nommé sans son accord') },
    ]);
    const old = await pfha.create({ ...NAMED, contactConsent: { version: '1999', channel: 'EMAIL' } });
    expect(old.data!['createPremises'].problems[0].field).toBe('contactConsent');
    const id = await pfha.published(NAMED);
    expect(await contactSeen(id)).toEqual({
      name: 'Camille Essai',
      email: 'camille@exemple.fr',
      phone: '05 61 00 00 00',
      consentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('keeps the time of its consent while nothing of it changes, and is dated anew when something does', async () => {
    const id = await pfha.published(NAMED);
    const { consentAt } = await contactSeen(id);
    await pfha.update(id, { ...NAMED, title: 'Un autre titre' });
    expect((await contactSeen(id)).consentAt).toBe(consentAt);
    await pfha.update(id, { ...NAMED, contactPhone: '05 61 11 11 11' });
    expect((await contactSeen(id)).consentAt > consentAt).toBe(true);
  });

  it('is gone from everywhere, the database too, when its consent is withdrawn', async () => {
    const id = await pfha.published(NAMED);
    await pfha.update(id, {});
    expect(await contactSeen(id)).toBeNull();
    const { data } = await pfha.ask('AGENT')(
      'query ($id: ID!) { premisesById(id: $id) { contact { name } } }',
      {
        id,
      },
    );
    expect(data!['premisesById'].contact).toBeNull();
  });

  it('is asked for in the reader’s words', async () => {
    const { data } = await pfha.ask('AGENT', 'en')('{ premisesConsent { version wording } }');
    expect(data!['premisesConsent']).toEqual({
      version: '2026-11',
      wording: expect.stringMatching(/^I agree that my name/),
    });
  });
});

describe('what is typed', () => {
  it.each([
    ['website', 'javascript:alert(1)'],
    ['website', 'http://exemple.fr'],
    ['website', 'https://localhost/'],
    ['website', 'https://nom:secret@exemple.fr/'],
    ['title', '   '],
    ['title', 'x'.repeat(121)],
    ['description', 'x'.repeat(4001)],
    ['surface', 0],
    ['places', 10_001],
    ['priceEuros', -1],
    ['contactEmail', 'a@b@c.fr'],
    ['contactPhone', 'appelez-moi'],
    ['communeCode', '75056'],
    ['communeCode', '09261'],
    ['expiresOn', inDays(-1)],
    ['expiresOn', inDays(400)],
  ])('is refused with a word about %s: %s', async (field, value) => {
    const given = field.startsWith('contact') ? { ...NAMED, [field]: value } : { [field]: value };
    const before = (await pfha.titles({ states: ['DRAFT'] }, 'AGENT')).length;
    for (const [locale, word] of [
      ['fr', /[a-zé]/],
      ['en', /^(Give|At|From|Choose|Write|Nobody)/],
    ] as const) {
      const { data } = await pfha.create(given, 'AGENT', locale);
      expect(data!['createPremises']).toEqual({
        __typename: 'PremisesRefused',
        problems: [{ field, message: expect.stringMatching(word) }],
      });
    }
    expect((await pfha.titles({ states: ['DRAFT'] }, 'AGENT')).length).toBe(before);
  });

  it('keeps markup as the text that it is, without control characters', async () => {
    const { data } = await pfha.create({
      title: '<b>Atelier</b>\u0000\u202e',
      description: '  Ligne 1\r\nLigne 2 <script>alert(1)</script>\u0007 ',
    });
    expect(data!['createPremises'].premises).toMatchObject({
      title: '<b>Atelier</b>',
      description: 'Ligne 1\nLigne 2 <script>alert(1)</script>',
    });
  });

  it('is not even read when no form could send it', async () => {
    for (const input of [{ title: 'x'.repeat(5000) }, { surface: 3_000_000_000 }, { kind: 'CASTLE' }]) {
      const { errors } = await pfha.create(input);
      expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
    }
  });
});

describe('who may', () => {
  it.each([
    ['PUBLIC', 'UNAUTHENTICATED'],
    ['VIEWER', 'FORBIDDEN'],
    ['CONTRIBUTOR', 'FORBIDDEN'],
  ] as const)('%s writes nothing', async (role, code) => {
    const { errors } = await pfha.create({ title: 'Interdit' }, role);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(await pfha.titles({ states: ['DRAFT'] }, 'AGENT')).not.toContain('Interdit');
  });

  it('the neighbour’s agent finds and changes nothing of ours, and ours does', async () => {
    const id = await pfha.published({ title: 'Chez nous' });
    const couserans = premisesOf(story, 'couserans');
    expect(await couserans.titles({}, 'AGENT')).not.toContain('Chez nous');
    expect(await couserans.archive(id)).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const { data } = await couserans.ask('ADMINISTRATOR')(
      '{ _entities(representations: [{ __typename: "Commune", code: "09122" }]) { ... on Commune { premisesKinds premises { totalCount } } } }',
    );
    expect(data!['_entities'][0]).toEqual({ premisesKinds: [], premises: { totalCount: 0 } });
    expect(await pfha.titles()).toContain('Chez nous');
    expect(await pfha.archive(id)).toMatchObject({ premises: { state: 'ARCHIVED' } });
  });

  it('ids that are none, or nobody’s, are not found', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect(await pfha.archive(id)).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
  });
});
