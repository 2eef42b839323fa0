import { asSuperuser } from '@ancrage/postgres/databases';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTerritoryQueries } from '../src/contract/every-operation.js';
import { canariesOf, texts } from '../src/platform/canaries.js';
import { databaseUrl, serviceCommand } from '../src/platform/commands.js';
import { gatewayClient } from '../src/platform/gateway-client.js';
import { signIn, tokenOf } from '../src/platform/sign-in.js';
import { SiteClient } from '../src/platform/site-client.js';
import { testPlatform } from '../src/platform/test-platform.js';
import { ADMINISTRATORS_ONLY, AGENTS_ONLY, MEMBERS_ONLY, OPERATORS_ONLY } from './entitled.js';

const platform = testPlatform();
const { pfha, couserans } = platform;
const MEMBERS = {
  VIEWER: 'lecteur',
  CONTRIBUTOR: 'contributeur',
  AGENT: 'agent',
  ADMINISTRATOR: 'administration',
};
const queries = readTerritoryQueries();

/** Tokens by who holds them: each territory's members, and those who belong to none. */
const tokens = new Map<string, string | undefined>([['PUBLIC', undefined]]);
/** Variables that name one territory's own records. */
const variables = new Map<string, Record<string, unknown>>();
const canaries = new Map<string, Set<string>>();

beforeAll(async () => {
  await setNamesApart();
  for (const [role, mailbox] of Object.entries(MEMBERS)) {
    const email = `${mailbox}@couserans.ancrage.test`;
    await serviceCommand(
      platform,
      'identity',
      'cli.js',
      'grant',
      '--email',
      email,
      '--territory',
      couserans.id,
      '--role',
      role,
    );
    tokens.set(`${role} of ${couserans.slug}`, await tokenFor(couserans.slug, email));
    tokens.set(`${role} of ${pfha.slug}`, await tokenFor('localhost', `${mailbox}@demo.ancrage.test`));
  }
  tokens.set('REGIONAL OBSERVER', await tokenFor('localhost', 'observation@demo.ancrage.test'));
  for (const [own, other] of [
    [pfha, couserans],
    [couserans, pfha],
  ] as const) {
    variables.set(own.slug, await recordsOf(own));
    canaries.set(own.slug, await canariesOf(platform, own.id, other.id));
    for (const word of await datasetNames(own)) canaries.get(own.slug)?.delete(word);
    expect(canaries.get(own.slug)?.size).toBeGreaterThan(100);
  }
});

/** The names of the datasets: an import's row holds one, and every territory may import the same. */
async function datasetNames({ slug }: typeof pfha): Promise<string[]> {
  const token = tokens.get(`AGENT of ${slug}`);
  const { data } = await gatewayClient(platform.gatewayUrl, { territory: slug, token })(
    '{ importDatasets { name } }',
  );
  return data?.importDatasets.map(({ name }: { name: string }) => name);
}

/** Demonstrations name their people alike in every territory: a leak must not pass for one's own. */
async function setNamesApart(): Promise<void> {
  await asSuperuser(await databaseUrl(platform, 'directory', 'superuser'), (client) =>
    client.query(
      `update solo set display_name = 'Canari ' || display_name where territory_id = $1 and display_name not like 'Canari %'`,
      [couserans.id],
    ),
  );
}

async function tokenFor(name: string, email: string): Promise<string> {
  const site = new SiteClient(platform.ports.WEB_PORT, name === 'localhost' ? name : `${name}.localhost`);
  await signIn(site, platform.mailUrl, email);
  return tokenOf(site);
}

/** One record of each kind, as an address of the site would name it. */
async function recordsOf(territory: typeof pfha): Promise<Record<string, unknown>> {
  const { data } = await gatewayClient(platform.gatewayUrl, { territory: territory.slug })(`{
    communes(first: 1, orderBy: POPULATION_DESC) { nodes { code } }
    solos(first: 2) { nodes { id slug displayName } }
    discoverySessions(first: 1) { nodes { id slug } }
    premises(first: 1) { nodes { id } }
    networkActors { id }
    arrivals(first: 1) { nodes { id slug } }
    facilityTypes { code }
  }`);
  const [commune, solo, session, premises] = [
    data?.communes.nodes[0],
    data?.solos.nodes[0],
    data?.discoverySessions.nodes[0],
    data?.premises.nodes[0],
  ];
  const campaign = await campaignOf(territory);
  const types = data?.facilityTypes.map(({ code }: { code: string }) => code).slice(0, 5);
  return {
    code: commune.code,
    codes: [commune.code],
    type: types[0],
    types,
    slug: solo.slug,
    search: solo.displayName,
    text: solo.displayName,
    id: session.id,
    sessionId: session.id,
    registrationId: await registrationOf(territory, session.id),
    session: session.slug,
    locale: 'fr',
    first: 50,
    list: '/espace/offre/faits',
    soon: '2099-01-01',
    token: campaign.invitations.nodes[0].link.replace('/verifier/', ''),
    'orderBy of soloRecords': 'NAME',
    'orderBy of prospectRecords': 'NAME',
    near: { commune: [commune.code] },
    same: { canSponsor: true },
    kind: 'ORGANISATION',
    step: 'CONTACT',
    'orderBy of networkRecords': 'NAME_ASC',
    'id of networkRecord': data?.networkActors[0].id,
    'slug of arrival': data?.arrivals.nodes[0].slug,
    'slug of discoverySession': session.slug,
    'slug of indicatorSnapshot': '2025',
    from: '2025-01-01',
    'from of discoverySessions': '2025-01-01T00:00:00Z',
    'from of fairs': '2025-01-01T00:00:00Z',
    'orderBy of sponsorRecords': 'NAME',
    'orderBy of sponsorshipRecords': 'HOUSEHOLD',
    to: '2025-12-31',
    day: '2025-12-31',
    by: 'YEAR',
    'id of arrivalRecord': data?.arrivals.nodes[0].id,
    siret: '73282932000074',
    ids: [],
    'id of premisesById': premises.id,
    soloId: solo.id,
    now: '2026-01-01T00:00:00Z',
    'input of newsPreview': {
      ...{ id: session.id, subject: 'Nouvelles', sessionIds: [session.id], fairIds: [], arrivals: [] },
    },
    'input of mergePreview': {
      keptId: solo.id,
      mergedId: data?.solos.nodes[1].id,
      fromMerged: [],
    },
    'id of verificationCampaign': campaign.id,
    ...(await householdsOf(territory)),
    ...(await promotionOf(territory)),
    ...(await protocolOf(territory)),
  };
}

/** A campaign and a fair of the demonstration. */
async function promotionOf({ slug }: typeof pfha) {
  const token = tokens.get(`AGENT of ${slug}`);
  const { data } = await gatewayClient(platform.gatewayUrl, { territory: slug, token })(
    '{ campaigns(first: 1) { nodes { id } } fairRecords { id } }',
  );
  return {
    'orderBy of campaigns': 'NAME_ASC',
    'id of campaign': data?.campaigns.nodes[0].id,
    'id of fairRecord': data?.fairRecords[0].id,
  };
}

/** A version of the territory's protocol, and a household that need not exist. */
async function protocolOf({ slug }: typeof pfha) {
  const token = tokens.get(`AGENT of ${slug}`);
  const { data } = await gatewayClient(platform.gatewayUrl, { territory: slug, token })(
    '{ welcomeProtocols { id } }',
  );
  // A territory without one is asked about a version that is nobody's.
  const id = data?.welcomeProtocols[0]?.id ?? '00000000-0000-4000-8000-000000000000';
  return {
    'id of welcomeProtocolRecord': id,
    'id of plannedProtocolSteps': id,
    startsOn: '2026-11-23',
    'household of plannedProtocolSteps': { childrenBirthYears: [], needsPremises: true, needsHousing: true },
  };
}

/** The demonstration's campaign, with a link by which a commune answers it. */
async function campaignOf({ slug }: typeof pfha) {
  const token = tokens.get(`AGENT of ${slug}`);
  const { data } = await gatewayClient(platform.gatewayUrl, { territory: slug, token })(
    '{ verificationCampaigns(first: 1) { nodes { id invitations(first: 1) { nodes { link } } } } }',
  );
  return data?.verificationCampaigns.nodes[0];
}

/** A household of the demonstration's session that is over. */
async function registrationOf({ slug }: typeof pfha, sessionId: string): Promise<string> {
  const token = tokens.get(`AGENT of ${slug}`);
  const { data } = await gatewayClient(platform.gatewayUrl, { territory: slug, token })(
    'query ($sessionId: ID!) { sessionRegistrations(sessionId: $sessionId, first: 1) { nodes { id } } }',
    { sessionId },
  );
  return data?.sessionRegistrations.nodes[0].id;
}

/** Two households of the demonstration. */
async function householdsOf({ slug }: typeof pfha): Promise<Record<string, unknown>> {
  const token = tokens.get(`AGENT of ${slug}`);
  const { data } = await gatewayClient(platform.gatewayUrl, { territory: slug, token })(
    '{ prospectRecords(first: 2) { nodes { id } } installationRecords(first: 1) { nodes { id } } }',
  );
  const [kept, merged] = data?.prospectRecords.nodes.map(({ id }: { id: string }) => id) ?? [];
  return {
    'id of prospectRecord': kept,
    prospectId: kept,
    'id of installationRecord': data?.installationRecords.nodes[0]?.id ?? kept,
    'orderBy of installationRecords': 'NAME',
    month: '2026-12',
    mine: false,
    'input of prospectMergePreview': { keptId: kept, mergedId: merged, fromMerged: [] },
  };
}

/** What an operation takes, out of one territory's records. */
function valuesFor(query: (typeof queries)[number], slug: string): Record<string, unknown> {
  const known = variables.get(slug) ?? {};
  return Object.fromEntries(
    query.variables.flatMap(({ name, required }) => {
      const value = known[`${name} of ${query.roots[0]}`] ?? known[name];
      if (value !== undefined) return [[name, value]];
      if (required) throw new Error(`say in recordsOf what $${name} of ${query.name} is`);
      return [];
    }),
  );
}

const askers = ['PUBLIC', 'REGIONAL OBSERVER'].concat(
  [pfha, couserans].flatMap(({ slug }) => Object.keys(MEMBERS).map((role) => `${role} of ${slug}`)),
);

it.each([pfha, couserans])('$slug shows its own records, so that a leak would be seen', async ({ slug }) => {
  const ask = gatewayClient(platform.gatewayUrl, { territory: slug });
  for (const name of ['CommuneSheet', 'Directory', 'Sessions']) {
    const query = queries.find((candidate) => candidate.name === name) as (typeof queries)[number];
    const { data } = await ask(query.text, valuesFor(query, slug));
    expect(
      texts(data).filter((text) => canaries.get(slug)?.has(text)),
      name,
    ).not.toEqual([]);
  }
});

describe.each(askers)('%s', (asker) => {
  describe.each([
    [pfha, couserans],
    [couserans, pfha],
  ])('asking about $slug', (own, other) => {
    it.each(queries)('$name shows nothing of the other territory', async (query) => {
      const ask = gatewayClient(platform.gatewayUrl, { territory: own.slug, token: tokens.get(asker) });
      const { data: shown, errors } = await ask(query.text, valuesFor(query, own.slug));
      const asks = (kept: string[]) => query.roots.some((root) => kept.includes(root));
      const isMember = asker.endsWith(` of ${own.slug}`);
      const isAgent = isMember && /^(AGENT|ADMINISTRATOR) /.test(asker);
      const refused =
        asks(OPERATORS_ONLY) ||
        (!isMember && asks(MEMBERS_ONLY)) ||
        (!isAgent && asks(AGENTS_ONLY)) ||
        (!asker.startsWith('ADMINISTRATOR') && asks(ADMINISTRATORS_ONLY)) ||
        (!isMember && asks(ADMINISTRATORS_ONLY));
      if (refused)
        expect(errors?.map(({ extensions }) => extensions.code)).toContain(
          asker === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN',
        );
      else expect(errors).toBeUndefined();
      // Addresses taken from the other territory lead nowhere.
      const { data: tried } = await ask(query.text, valuesFor(query, other.slug));
      for (const data of [shown, tried]) {
        const leaked = texts(data).filter((text) => canaries.get(other.slug)?.has(text));
        expect(leaked).toEqual([]);
      }
    });
  });
});

describe.each([
  [pfha, couserans],
  [couserans, pfha],
])('a member of $slug at the other territory', (own, other) => {
  it.each(queries)('$name answers them as anybody', async (query) => {
    const values = valuesFor(query, other.slug);
    const anybody = await gatewayClient(platform.gatewayUrl, { territory: other.slug })(query.text, values);
    for (const role of Object.keys(MEMBERS)) {
      const token = tokens.get(`${role} of ${own.slug}`);
      const answer = await gatewayClient(platform.gatewayUrl, { territory: other.slug, token })(
        query.text,
        values,
      );
      expect(answer.data).toEqual(anybody.data);
    }
  });

  it('changes nothing there', async () => {
    const token = tokens.get(`ADMINISTRATOR of ${own.slug}`);
    const ask = gatewayClient(platform.gatewayUrl, { territory: other.slug, token });
    const renamed = await ask('mutation { updateTerritory(input: { name: "Pris" }) { __typename } }');
    expect(renamed.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const change =
      'mutation ($id: ID!) { changeSessionCapacity(sessionId: $id, capacity: 99) { __typename } }';
    const { sessionId } = variables.get(other.slug) ?? {};
    expect((await ask(change, { id: sessionId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    // From home, the other's session does not exist.
    const fromHome = gatewayClient(platform.gatewayUrl, { territory: own.slug, token });
    expect((await fromHome(change, { id: sessionId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
