import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';
import { inScope } from './support/scoped-connection.js';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

type Role = Parameters<typeof viewerAs>[0];

const CHANGED = `__typename
  ... on SoloRecordSaved { record { id status slug revision toInform hiddenBecause contact { email phone siret informedAt shown } } }
  ... on SoloRecordRefused { problems { field message } }`;
const IDENTIFY = `mutation ($input: SoloInput!, $anyway: Boolean) { identifySolo(input: $input, evenIfKnown: $anyway) {
  ${CHANGED} ... on SoloLikelyKnown { records { id displayName } } } }`;

/** A territory of its own, and what its people ask. */
function territory() {
  const territoryId = randomUUID();
  const as = (role: Role) => {
    const viewer = viewerAs(role);
    return (text: string, variables?: Record<string, unknown>) =>
      world.subgraph.client({ territoryId, viewer })(text, variables);
  };
  const agent = as('AGENT');
  const anybody = (text: string) => world.subgraph.client({ territoryId })(text);
  const change = async (name: string, args: string) =>
    (await agent(`mutation { ${name}(${args}) { ${CHANGED} } }`)).data?.[name];
  return {
    territoryId,
    as,
    agent,
    change,
    identify: async (input: Record<string, unknown>, anyway = false) =>
      (
        await agent(IDENTIFY, {
          input: { displayName: 'Atelier Riu', identifiedBy: 'Salon de Foix', ...input },
          anyway,
        })
      ).data?.['identifySolo'],
    consent: (id: string, more = '') =>
      change(
        'recordConsent',
        `id: "${id}", input: { purpose: WEB, wording: "J’accepte.", version: "2026-11", channel: PAPER, givenOn: "2026-01-15", evidence: "Classeur 3" ${more} }`,
      ),
    published: async () => (await anybody('{ solos { nodes { id displayName } } }')).data?.['solos'].nodes,
    record: async (id: string) =>
      (
        await agent(
          `{ soloRecord(id: "${id}") { displayName status revision contact { email phone } consents { purpose wording version channel evidence withdrawnAt } events { kind note mine about } } }`,
        )
      ).data?.['soloRecord'],
  };
}

describe('from identified to published', () => {
  it('goes step by step, and every step is written down', async () => {
    const { identify, change, consent, published, record } = territory();
    const { record: solo } = await identify({
      email: ' Anne@Riu.example ',
      phone: '05 61 00 00 00',
      siret: '732 829 320 00074',
      website: 'riu.example',
      activity: 'Céramique',
      communeCode: '09122',
      shown: ['PHONE'],
    });
    expect(solo).toMatchObject({
      status: 'IDENTIFIED',
      slug: 'atelier-riu',
      toInform: true,
      contact: { email: 'Anne@Riu.example', phone: '+33561000000', siret: '73282932000074' },
    });
    expect(await change('publishSolo', `id: "${solo.id}"`)).toMatchObject({
      __typename: 'SoloRecordRefused',
    });
    expect((await change('moveSolo', `id: "${solo.id}", to: CONTACTED`)).record.status).toBe('CONTACTED');
    expect((await consent(solo.id)).record.status).toBe('CONSENTED');
    expect(await published()).toEqual([]);
    expect((await change('publishSolo', `id: "${solo.id}"`)).record.status).toBe('PUBLISHED');
    expect(await published()).toEqual([{ id: solo.id, displayName: 'Atelier Riu' }]);
    // The website was not chosen to be shown.
    const { rows } = await world.superuser.query('select phone, website from solo where id = $1', [solo.id]);
    expect(rows).toEqual([{ phone: '+33561000000', website: null }]);

    expect(await change('hideSolo', `id: "${solo.id}", note: ""`)).toMatchObject({
      problems: [{ field: 'note' }],
    });
    expect((await change('hideSolo', `id: "${solo.id}", note: "Adresse fausse"`)).record).toMatchObject({
      status: 'CONSENTED',
      hiddenBecause: 'MODERATED',
    });
    expect(await published()).toEqual([]);
    await change('publishSolo', `id: "${solo.id}"`);
    expect(
      (await change('withdrawConsent', `id: "${solo.id}", purpose: WEB, note: "Par téléphone"`)).record
        .status,
    ).toBe('WITHDRAWN');
    expect(await published()).toEqual([]);

    const { consents, events } = await record(solo.id);
    expect(consents).toEqual([
      {
        purpose: 'WEB',
        wording: 'J’accepte.',
        version: '2026-11',
        channel: 'PAPER',
        evidence: 'Classeur 3',
        withdrawnAt: expect.any(String),
      },
    ]);
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'CONSENT_WITHDRAWN',
      'PUBLISHED',
      'MODERATED',
      'PUBLISHED',
      'CONSENTED',
      'CONTACTED',
      'IDENTIFIED',
    ]);
    expect(events.every(({ mine }: { mine: boolean }) => mine)).toBe(true);
  });

  it('lets go nowhere that the pipeline does not lead', async () => {
    const { identify, change } = territory();
    const { record: solo } = await identify({});
    for (const to of ['PUBLISHED', 'CONSENTED', 'WITHDRAWN', 'IDENTIFIED'])
      expect(await change('moveSolo', `id: "${solo.id}", to: ${to}`)).toMatchObject({
        problems: [{ field: 'to' }],
      });
    expect(await change('moveSolo', `id: "${solo.id}", to: REFUSED`)).toMatchObject({
      problems: [{ field: 'note' }],
    });
    await change('moveSolo', `id: "${solo.id}", to: REFUSED, note: "Pas maintenant"`);
    expect((await change('moveSolo', `id: "${solo.id}", to: IDENTIFIED`)).record.status).toBe('IDENTIFIED');
  });

  it('keeps a consent only with a past day, a channel that is not the site, and what shows it', async () => {
    const { identify, agent } = territory();
    const { record: solo } = await identify({});
    const { data } = await agent(
      `mutation { recordConsent(id: "${solo.id}", input: { purpose: WEB, wording: " ", version: "1", channel: WEB, givenOn: "2999-01-01", evidence: "" }) { ${CHANGED} } }`,
    );
    expect(data?.['recordConsent'].problems.map(({ field }: { field: string }) => field).sort()).toEqual([
      'channel',
      'evidence',
      'givenOn',
      'wording',
    ]);
  });
});

describe('who is known already', () => {
  it.each([
    ['e-mail address', { email: 'ANNE@riu.example' }],
    ['telephone number', { phone: '+33 5 61 00 00 00' }],
    ['SIRET', { siret: '73282932000074' }],
  ])('is found by the same %s, however it is written', async (_, shared) => {
    const { identify } = territory();
    await identify({ email: 'anne@riu.example', phone: '0561000000', siret: '732 829 320 00074' });
    expect(await identify({ displayName: 'Autre nom', ...shared })).toMatchObject({
      __typename: 'SoloLikelyKnown',
      records: [{ displayName: 'Atelier Riu' }],
    });
    const added = await identify({ displayName: 'Atelier Riu', ...shared }, true);
    expect(added.record.slug).toBe('atelier-riu-2');
  });

  it('is not whoever is known to a neighbour', async () => {
    await territory().identify({ email: 'anne@riu.example' });
    expect((await territory().identify({ email: 'anne@riu.example' })).__typename).toBe('SoloRecordSaved');
  });
});

describe('what was typed', () => {
  it('is refused with a word for every field that is wrong', async () => {
    const { problems } = await territory().identify({
      displayName: ' ',
      identifiedBy: '',
      email: 'anne',
      phone: '12',
      siret: '73282932000075',
      website: 'javascript:alert(1)',
      communeCode: 'Foix',
      nafCode: 'informatique',
      notes: 'x'.repeat(5000),
    });
    expect(problems.map(({ field }: { field: string }) => field).sort()).toEqual([
      'communeCode',
      'displayName',
      'email',
      'identifiedBy',
      'nafCode',
      'notes',
      'phone',
      'siret',
      'website',
    ]);
  });

  it('is kept as text, without what turns writing around', async () => {
    const { record } = await territory().identify({ displayName: '<b>Riu</b> \u202Eexe.gpj' });
    expect(record.slug).toBe('b-riu-b-exe-gpj');
  });

  it('by two agents at once is not lost: the second is told', async () => {
    const { identify, agent, record } = territory();
    const { record: solo } = await identify({});
    const update = async (revision: string, activity: string) =>
      (
        await agent(
          `mutation ($input: SoloInput!, $id: ID!, $revision: String!) { updateSoloRecord(id: $id, revision: $revision, input: $input) { __typename } }`,
          { id: solo.id, revision, input: { displayName: 'Atelier Riu', identifiedBy: 'Salon', activity } },
        )
      ).data?.['updateSoloRecord'].__typename;
    expect(await update(solo.revision, 'Céramique')).toBe('SoloRecordSaved');
    expect(await update(solo.revision, 'Poterie')).toBe('SoloRecordOutdated');
    expect(await update((await record(solo.id)).revision, 'Poterie')).toBe('SoloRecordSaved');
  });
});

describe('the list', () => {
  it('is searched by name, address, number and SIRET, narrowed and turned over page by page', async () => {
    const { identify, change, agent } = territory();
    const { record: first } = await identify({ displayName: 'Émile Roux', email: 'emile@roux.example' });
    await identify({ displayName: 'Zoé Blanc', phone: '0561020304', identifiedBy: 'Bouche à oreille' });
    await identify({ displayName: 'Marc Vert', siret: '73282932000074' });
    await change('moveSolo', `id: "${first.id}", to: CONTACTED`);
    const names = async (args: string) =>
      (await agent(`{ soloRecords(${args}) { totalCount nodes { displayName } pageInfo { endCursor } } }`))
        .data?.['soloRecords'];
    const found = async (args: string) =>
      (await names(args)).nodes.map(({ displayName }: { displayName: string }) => displayName);
    expect(await found('search: "emile"')).toEqual(['Émile Roux']);
    expect(await found('search: "ROUX.EXAMPLE"')).toEqual(['Émile Roux']);
    expect(await found('search: "05 61 02"')).toEqual(['Zoé Blanc']);
    expect(await found('search: "732829"')).toEqual(['Marc Vert']);
    expect(await found('search: "%"')).toEqual([]);
    expect(await found('filter: { statuses: [CONTACTED] }')).toEqual(['Émile Roux']);
    expect(await found('filter: { sources: ["Bouche à oreille"] }')).toEqual(['Zoé Blanc']);
    expect(await found('filter: { toInform: true }, orderBy: NAME_DESC')).toEqual([
      'Zoé Blanc',
      'Marc Vert',
      'Émile Roux',
    ]);
    for (const order of ['NAME', 'IDENTIFIED_DESC', 'STANDING']) {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof names>> = await names(
          `first: 1, orderBy: ${order} ${after ? `, after: "${after}"` : ''}`,
        );
        expect(page.totalCount).toBe(3);
        seen.push(...page.nodes.map(({ displayName }: { displayName: string }) => displayName));
        after = page.nodes.length > 0 && seen.length < 3 ? page.pageInfo.endCursor : null;
      }
      expect(seen.sort()).toEqual(['Marc Vert', 'Zoé Blanc', 'Émile Roux'].sort());
    }
  });

  it('tells the log of accesses who looked at what does not show', async () => {
    const { identify, agent, territoryId } = territory();
    const { record: solo } = await identify({});
    await agent(`{ soloRecord(id: "${solo.id}") { id } }`);
    await agent('{ soloRecords { totalCount } }');
    await agent('{ soloRecords(exported: true) { totalCount } }');
    const { rows } = await world.superuser.query(
      'select what, entries from access_record where territory_id = $1 order by at',
      [territoryId],
    );
    expect(rows).toEqual([
      { what: 'VIEWED', entries: 1 },
      { what: 'LISTED', entries: 1 },
      { what: 'EXPORTED', entries: 1 },
    ]);
  });
});

describe('who may', () => {
  const OPERATIONS = [
    '{ soloRecords { totalCount } }',
    `{ soloRecord(id: "${randomUUID()}") { id } }`,
    '{ soloSources }',
    `mutation { identifySolo(input: { displayName: "x", identifiedBy: "y" }) { __typename } }`,
    `mutation { moveSolo(id: "${randomUUID()}", to: CONTACTED) { __typename } }`,
    `mutation { publishSolo(id: "${randomUUID()}") { __typename } }`,
  ];

  it.each(['VIEWER', 'CONTRIBUTOR'] as const)('read figures as %s, and nobody’s contact', async (role) => {
    const { as, identify, territoryId } = territory();
    await identify({ email: 'anne@riu.example' });
    for (const operation of OPERATIONS)
      expect((await as(role)(operation)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await as(role)('{ soloStages { status count } }')).data?.['soloStages'][0]).toEqual({
      status: 'IDENTIFIED',
      count: 1,
    });
    const seen = (table: string) =>
      inScope(world.database.appUrl, { territoryId, role }, async (client) => {
        const { rows } = await client.query(`select count(*)::int as count from ${table}`);
        return rows[0].count;
      });
    expect([await seen('solo_contact'), await seen('solo_event')]).toEqual([0, 0]);
  });

  it('change nothing of another territory', async () => {
    const { record: solo } = await territory().identify({});
    const { errors } = await territory().agent(
      `mutation { moveSolo(id: "${solo.id}", to: CONTACTED) { __typename } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
