import { randomUUID } from 'node:crypto';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { signIn, tokenOf } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import { beforeAll, describe, expect, it } from 'vitest';
import { site } from './browser.ts';

const platform = testPlatform();
const { slug: territory } = platform.pfha;
/** Nobody else is called so, and nothing else says it. */
const word = `Zéphyrine${randomUUID().slice(0, 6)}`;
const name = `Atelier ${word}`;
const skill = `Savoir ${word}`;
let slug: string;
let id: string;
let agent: ReturnType<typeof gatewayClient>;
let commune: { code: string; slug: string };

/** What an answer held, whatever its status. */
async function read(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await fetch(new URL(path, site), { headers })).text();
}
const status = async (path: string) => (await fetch(new URL(path, site))).status;
const q = () => `?q=${encodeURIComponent(word)}`;

/** The same question to the API, as a third party sends it: kept answers are used, or refused. */
async function ask(headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(`${platform.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-territory': territory, ...headers },
    body: JSON.stringify({
      query: `query ($slug: String!, $code: ID!, $search: String!) {
        solo(slug: $slug) { displayName skills }
        solos(search: $search) { totalCount nodes { displayName } facets { name values { value } } }
        directorySuggestions(search: $search) { label }
        commune(code: $code) { solos(first: 100) { nodes { displayName } } }
      }`,
      variables: { slug, code: commune.code, search: word },
    }),
  });
  return answer.text();
}

/** Everywhere that somebody who is published shows, each with how it is looked at. */
const places: Record<string, () => Promise<string>> = {
  'their page': () => read(`/annuaire/${slug}`),
  'their page in English': () => read(`/en/annuaire/${slug}`),
  'structured data': async () =>
    /<script type="application\/ld\+json">.*?<\/script>/s.exec(await read(`/annuaire/${slug}`))?.[0] ?? '',
  'the data of their page, as the site asks it': () => read(`/annuaire/${slug}/__data.json`),
  'their card for an address book': () => read(`/annuaire/${slug}/carte.vcf`),
  'the search': () => read(`/annuaire${q()}`),
  'the search, misspelt': () => read(`/annuaire?q=${encodeURIComponent(word.replace('ph', 'f'))}`),
  'the facet of their skill': () => read(`/annuaire?competence=${encodeURIComponent(skill)}`),
  'the choices of the list': () => read('/annuaire'),
  'the suggestions': () => read(`/annuaire/suggestions.json${q()}`),
  'the data of the list and the map': () => read(`/annuaire/__data.json${q()}`),
  'the search of the map': () => read(`/carte${q()}`),
  'the sheet of their commune': () => read(`/communes/${commune.code}-${commune.slug}`),
  'the frame for other sites': () => read(`/embarquer/annuaire${q()}`),
  'open data, CSV': () => read('/donnees/annuaire.csv'),
  'open data, JSON': () => read('/donnees/annuaire.json'),
  'open data, GeoJSON': () => read('/donnees/annuaire.geojson'),
  'open data, for who has a copy': async () => {
    const { headers } = await fetch(new URL('/donnees/annuaire.csv', site));
    return read('/donnees/annuaire.csv', { 'if-none-match': headers.get('etag') ?? '' });
  },
  'the map of the site': () => read('/sitemap.xml'),
  'the API': () => ask(),
  'the API, nothing kept': () => ask({ 'cache-control': 'no-cache' }),
};
/** What is read of them there. A page that is asked for a word says the word back, so it is their whole name. */
const shownAt = async (place: string): Promise<boolean> => {
  const text = await places[place]!();
  if (place === 'the map of the site') return text.includes(`/annuaire/${slug}<`);
  return text.includes(place === 'the choices of the list' ? skill : name);
};

beforeAll(async () => {
  const member = new SiteClient(platform.ports.WEB_PORT);
  await signIn(member, platform.mailUrl, 'agent@demo.ancrage.test');
  agent = gatewayClient(platform.gatewayUrl, { territory, token: await tokenOf(member) });
  const { data } = await agent('{ communes(first: 1, orderBy: POPULATION_ASC) { nodes { code slug } } }');
  commune = data?.communes.nodes[0];
  const identified = await agent(
    `mutation ($input: SoloInput!) { identifySolo(input: $input) {
      __typename ... on SoloRecordSaved { record { id slug } } ... on SoloRecordRefused { problems { field message } } } }`,
    {
      input: {
        displayName: name,
        activity: 'Reliure',
        skills: [skill],
        communeCode: commune.code,
        identifiedBy: 'Essai',
        email: `${word.toLowerCase()}@exemple.fr`.normalize('NFD').replace(/\p{Diacritic}/gu, ''),
      },
    },
  );
  expect(identified.data?.identifySolo).toMatchObject({ __typename: 'SoloRecordSaved' });
  ({ id, slug } = identified.data!.identifySolo.record);
});

const save = async (operation: string, variables: Record<string, unknown>) => {
  const { data, errors } = await agent(operation, { id, ...variables });
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {})).toMatchObject([{ __typename: 'SoloRecordSaved' }]);
};

describe('somebody who withdraws', () => {
  it('is nowhere before they consent', async () => {
    for (const place of Object.keys(places)) expect(await shownAt(place), place).toBe(false);
    expect(await status(`/annuaire/${slug}`)).toBe(404);
  });

  it('shows everywhere within a second of being published, and is kept by no cache after', async () => {
    const { data } = await agent('{ soloConsentSentences { purpose wording version } }');
    const { wording, version } = data!.soloConsentSentences.find(
      (sentence: { purpose: string }) => sentence.purpose === 'WEB',
    );
    await save(
      'mutation ($id: ID!, $input: RecordConsentInput!) { recordConsent(id: $id, input: $input) { __typename } }',
      {
        input: {
          purpose: 'WEB',
          channel: 'PAPER',
          evidence: 'Formulaire signé, classeur 1',
          givenOn: new Date().toISOString().slice(0, 10),
          wording,
          version,
        },
      },
    );
    await save('mutation ($id: ID!) { publishSolo(id: $id) { __typename } }', {});
    // Each place is asked twice: what any cache may keep, it keeps now.
    for (const place of Object.keys(places)) {
      await expect.poll(() => shownAt(place), { timeout: 1000, message: place }).toBe(true);
      expect(await shownAt(place), place).toBe(true);
    }
    const picture = await fetch(new URL(`/annuaire/${slug}/partage.png`, site));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('is nowhere within a second of withdrawing, by caches or without', async () => {
    await save(
      'mutation ($id: ID!) { withdrawConsent(id: $id, purpose: WEB, note: "Demandé au téléphone") { __typename } }',
      {},
    );
    for (const place of Object.keys(places))
      await expect.poll(() => shownAt(place), { timeout: 1000, message: place }).toBe(false);
    for (const path of ['', '/carte.vcf', '/partage.png'])
      expect(await status(`/annuaire/${slug}${path}`), path).toBe(404);
    const gone = await fetch(new URL(`/annuaire/${slug}`, site));
    expect(await gone.text()).toContain('Cette fiche n’est pas dans l’annuaire');
  });

  it('leaves nothing that those between may show for a while', async () => {
    for (const path of [
      '/annuaire',
      '/embarquer/annuaire',
      '/carte',
      '/donnees/annuaire.csv',
      '/sitemap.xml',
      `/communes/${commune.code}-${commune.slug}`,
    ]) {
      const { headers } = await fetch(new URL(path, site));
      expect(headers.get('cache-control'), path).not.toMatch(/s-maxage|stale-while-revalidate|max-age=[1-9]/);
    }
  });
});
