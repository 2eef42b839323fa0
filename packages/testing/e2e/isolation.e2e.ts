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
import { recordsOf } from './own-records.js';

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
    const asks = (token?: string) => gatewayClient(platform.gatewayUrl, { territory: own.slug, token });
    const agent = asks(tokens.get(`AGENT of ${own.slug}`));
    variables.set(own.slug, await recordsOf({ ask: asks(), agent }));
    canaries.set(own.slug, await canariesOf(platform, own.id, other.id));
    for (const word of await houseWords(own)) canaries.get(own.slug)?.delete(word);
    expect(canaries.get(own.slug)?.size).toBeGreaterThan(100);
  }
});

/** What the house says in every territory: rows hold names of datasets and skills, and sentences that people agreed to. */
const HOUSE_WORDS = ['fr', 'en'].map(
  (locale) => `{ importDatasets { name } nafActivities { code label }
    skillVocabulary(first: 300, locale: "${locale}") { value label }
    entryConsentSentences(locale: "${locale}") { version wording } soloConsentSentences { version wording }
    registrationConsent { version followUp news } sponsorWordings { version sponsor portrait }
    premisesConsent { version wording } person: networkConsent(kind: PERSON) { version wording }
    organisation: networkConsent(kind: ORGANISATION) { version wording } }`,
);

async function houseWords({ slug }: typeof pfha): Promise<string[]> {
  const ask = gatewayClient(platform.gatewayUrl, { territory: slug, token: tokens.get(`AGENT of ${slug}`) });
  const answers = await Promise.all(HOUSE_WORDS.map((words) => ask(words)));
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  return answers.flatMap(({ data }) => texts(data));
}

/** Demonstrations name their people alike in every territory: a leak must not pass for one's own. */
async function setNamesApart(): Promise<void> {
  await asSuperuser(await databaseUrl(platform, 'directory', 'superuser'), (client) =>
    client.query(
      `update solo set display_name = 'Canari ' || display_name
        where territory_id = $1 and erased_at is null and display_name not like 'Canari %'`,
      [couserans.id],
    ),
  );
}

async function tokenFor(name: string, email: string): Promise<string> {
  const site = new SiteClient(platform.ports.WEB_PORT, name === 'localhost' ? name : `${name}.localhost`);
  await signIn(site, platform.mailUrl, email);
  return tokenOf(site);
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
