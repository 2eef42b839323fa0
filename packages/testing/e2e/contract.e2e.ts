import { describe, expect, it } from 'vitest';
import { answerable, readContract } from '../src/contract/contract.js';
import { serviceCommand } from '../src/platform/commands.js';
import { gatewayClient } from '../src/platform/gateway-client.js';
import { testPlatform } from '../src/platform/test-platform.js';

const platform = testPlatform();
const ask = gatewayClient(platform.gatewayUrl, { territory: platform.pfha.slug });
const operation = (name: string) => {
  const found = readContract().find((candidate) => candidate.name === name);
  if (!found) throw new Error(`the contract has no ${name}`);
  return answerable(found);
};

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
