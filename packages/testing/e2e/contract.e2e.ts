import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContract } from '../src/contract/contract.js';
import { serviceCommand } from '../src/platform/commands.js';
import { gatewayClient } from '../src/platform/gateway-client.js';
import { signIn, tokenOf } from '../src/platform/sign-in.js';
import { SiteClient } from '../src/platform/site-client.js';
import { testPlatform } from '../src/platform/test-platform.js';

const platform = testPlatform();
const ask = gatewayClient(platform.gatewayUrl, { territory: platform.pfha.slug });
const operation = (name: string) => {
  const found = readContract().find((candidate) => candidate.name === name);
  if (!found) throw new Error(`the contract has no ${name}`);
  return found.text;
};

/** A session of this file's own, announced by an agent. */
const sessions = { open: '' };
beforeAll(async () => {
  const site = new SiteClient(platform.ports.WEB_PORT, 'localhost');
  await signIn(site, platform.mailUrl, 'agent@demo.ancrage.test');
  const asAgent = gatewayClient(platform.gatewayUrl, {
    territory: platform.pfha.slug,
    token: await tokenOf(site),
  });
  const { data } = await asAgent(
    'mutation ($input: SaveSessionInput!) { saveSession(input: $input) { ... on SessionSaved { record { id } } } }',
    {
      input: {
        title: 'Journée du contrat',
        format: 'DAY',
        startsAt: '2099-05-04T09:30',
        endsAt: '2099-05-04T17:00',
        capacity: 4,
        hostCommuneCode: '09122',
      },
    },
  );
  sessions.open = data?.saveSession.record.id;
  await asAgent('mutation ($id: ID!) { publishSession(id: $id) { __typename } }', { id: sessions.open });
});

describe('the gateway answers third parties with real data', () => {
  it('TerritoryHome', async () => {
    const { data, errors } = await ask(operation('TerritoryHome'));
    expect(errors).toBeUndefined();
    expect(data?.territory).toMatchObject({
      slug: 'pays-de-foix-haute-ariege',
      name: 'Pays de Foix – Haute Ariège',
      population: 48_575,
      communeCount: 113,
      region: { code: '76', name: 'Occitanie' },
      offerIndicators: { communes: 113, source: { demonstration: true } },
      accompanimentIndicators: { prospectsAttended: 26, installationsEffective: 6, installationsPlanned: 5 },
    });
    // The demonstration's 78 and 40, and whoever the journeys of this run have added.
    expect(data?.territory.directoryIndicators.solosIdentified).toBeGreaterThanOrEqual(78);
    expect(data?.territory.directoryIndicators.solosPublished).toBeGreaterThanOrEqual(40);
    expect(data?.territory.upcomingSessions.nodes.length).toBeGreaterThan(0);
    expect(data?.territory.upcomingSessions.nodes[0].hostCommune.name).toEqual(expect.any(String));
  });

  it('CommuneSheet', async () => {
    const { data: types } = await ask('{ facilityTypes { code } }');
    const codes = types?.facilityTypes.slice(0, 5).map(({ code }: { code: string }) => code);
    const { data, errors } = await ask(operation('CommuneSheet'), { code: '09122', types: codes });
    expect(errors).toBeUndefined();
    expect(data?.commune).toMatchObject({
      code: '09122',
      name: 'Foix',
      intercommunality: { siren: '200067791' },
      broadband: { source: { demonstration: true } },
    });
    expect(data?.commune.presence).toHaveLength(5);
    expect(data?.commune.facilities.totalCount).toBeGreaterThan(0);
    expect(data?.commune.qualification).toMatchObject({
      completeness: expect.any(Number),
      conflicts: expect.any(Array),
    });
    expect(data?.commune.qualification.completeness).toBeGreaterThan(0.9);
  });

  it('CommunesPage, page after page, joining the directory', async () => {
    const seen = new Map<string, { soloCount: number }>();
    for (let after: string | null = null, pages = 0; pages < 10; pages += 1) {
      const { data, errors } = await ask(operation('CommunesPage'), { first: 50, after });
      expect(errors).toBeUndefined();
      expect(data?.communes.totalCount).toBe(113);
      for (const node of data?.communes.nodes ?? []) seen.set(node.code, node);
      after = data?.communes.pageInfo.endCursor;
      if (!data?.communes.pageInfo.hasNextPage) break;
    }
    expect(seen.size).toBe(113);
    const solos = [...seen.values()].reduce((sum, { soloCount }) => sum + soloCount, 0);
    expect(solos).toBeGreaterThanOrEqual(40);
  });

  it('Directory, forgiving accents', async () => {
    const { data, errors } = await ask(operation('Directory'), { first: 5 });
    expect(errors).toBeUndefined();
    expect(data?.solos.totalCount).toBeGreaterThanOrEqual(40);
    expect(data?.solos.nodes[0].commune.name).toEqual(expect.any(String));
    expect(data?.solos.facets.length).toBeGreaterThan(0);
    const { displayName } = data?.solos.nodes[0] ?? {};
    const plain = displayName.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
    const found = await ask(operation('Directory'), { search: plain });
    expect(found.data?.solos.nodes.map((node: { displayName: string }) => node.displayName)).toContain(
      displayName,
    );
  });

  it('Sessions', async () => {
    const { data, errors } = await ask(operation('Sessions'));
    expect(errors).toBeUndefined();
    expect(data?.discoverySessions.nodes.length).toBeGreaterThan(0);
    for (const session of data?.discoverySessions.nodes ?? []) {
      expect(session.hostCommune.name).toEqual(expect.any(String));
      expect(session.seatsLeft).toBeLessThanOrEqual(session.capacity);
    }
  });

  it('RegisterHousehold, once, then the waiting list', async () => {
    const { data: words } = await ask('{ registrationConsent { version } }');
    const input = (people: number) => ({
      sessionId: sessions.open,
      contact: { name: 'Foyer Durrieu', email: `${randomUUID()}@exemple.fr`, phone: '06 12 34 56 78' },
      adults: people,
      children: [{ birthYear: 2019 }],
      project: 'Ouvrir un atelier de reliure',
      origin: 'PRESS',
      consent: { textVersion: words?.registrationConsent.version, accepted: true },
      idempotencyKey: randomUUID(),
    });
    const form = input(2);
    const { data, errors } = await ask(operation('RegisterHousehold'), { input: form });
    expect(errors).toBeUndefined();
    expect(data?.registerHousehold).toEqual({
      __typename: 'RegistrationConfirmed',
      registration: { id: expect.any(String), status: 'CONFIRMED', seats: 3 },
      seatsLeft: 1,
    });
    expect((await ask(operation('RegisterHousehold'), { input: form })).data).toEqual(data);
    expect((await ask(operation('RegisterHousehold'), { input: input(1) })).data?.registerHousehold).toEqual({
      __typename: 'RegistrationWaitlisted',
      registration: { id: expect.any(String), status: 'WAITLISTED', seats: 2 },
      position: 1,
    });
    const past = { ...input(1), sessionId: randomUUID() };
    expect((await ask(operation('RegisterHousehold'), { input: past })).data?.registerHousehold).toEqual({
      __typename: 'RegistrationRefused',
      reason: 'NO_SUCH_SESSION',
      message: expect.any(String),
    });
  });

  it('RegionIndicators, with a region’s key and no territory', async () => {
    const naming = ['--name', 'Région Occitanie', '--region', '76'];
    const [apiKey = ''] = (
      await serviceCommand(platform, 'identity', 'cli.js', 'api-key', 'create', ...naming)
    ).split('\n');
    const askAsRegion = gatewayClient(platform.gatewayUrl, { apiKey });
    const { data, errors } = await askAsRegion(operation('RegionIndicators'), { code: '76' });
    expect(errors).toBeUndefined();
    expect(data?.region).toMatchObject({ code: '76', name: 'Occitanie' });
    const slugs = data?.region.territories.map(({ slug }: { slug: string }) => slug);
    // Other journeys may have brought territories of their own.
    expect(slugs).toEqual(expect.arrayContaining([platform.couserans.slug, platform.pfha.slug]));
    expect(data?.region.directoryIndicators.solosPublished).toEqual({
      value: expect.any(Number),
      suppressed: false,
    });
    const [first] = data?.region.breakdown ?? [];
    expect(first).toMatchObject({ territory: { slug: expect.any(String) }, suppressed: expect.any(Boolean) });
  });
});
