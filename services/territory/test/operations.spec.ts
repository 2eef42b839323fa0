import type { GraphqlAnswer } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../dist/demonstration/load-demonstration.js';
import { type TwoTerritories, twoTerritories } from './story.js';

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
});
afterAll(() => story.subgraph.stop());

const asked = () => story.subgraph.client({ territoryId: story.pfha.id });

describe('before any offer is known', () => {
  it('says that it is unknown, never zero', async () => {
    const { data } = await asked()(`{
      territory { offerIndicators { facilities fibreShare communesQualified } }
      commune(code: "09122") { broadband { quarter } broadbandClass presence(types: ["D502"]) { status count } }
    }`);
    expect(data).toEqual({
      territory: { offerIndicators: { facilities: 0, fibreShare: null, communesQualified: 0 } },
      commune: { broadband: null, broadbandClass: null, presence: [{ status: 'UNKNOWN', count: null }] },
    });
  });
});

describe('the territory of the request', () => {
  it('is described from the official lists', async () => {
    const { data } = await asked()(`{ territory {
      name population communeCount region { code name } hosts
      intercommunalities { siren communeCount } tiles { approximate source { producer } }
    } }`);
    expect(data!.territory).toEqual({
      name: 'Pays de Foix – Haute Ariège',
      population: 48_575,
      communeCount: 113,
      region: { code: '76', name: 'Occitanie' },
      hosts: ['foix.test'],
      intercommunalities: [
        { siren: '200066363', communeCount: 51 },
        { siren: '200067791', communeCount: 42 },
        { siren: '240900431', communeCount: 20 },
      ],
      tiles: { approximate: true, source: { producer: 'Ancrage' } },
    });
  });

  it('is found by host, by slug on localhost, and by nobody else', async () => {
    const { data } = await story.subgraph.client()(`{
      own: territoryByHost(host: "FOIX.test") { slug }
      local: territoryByHost(host: "cc-couserans-pyrenees.localhost") { slug }
      none: territoryByHost(host: "ailleurs.test") { slug }
    }`);
    expect(data).toEqual({
      own: { slug: 'pays-de-foix-haute-ariege' },
      local: { slug: 'cc-couserans-pyrenees' },
      none: null,
    });
  });

  it('is asked for by name when a field needs it', async () => {
    const { errors } = await story.subgraph.client()('{ communes { totalCount } }');
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'NOT_FOUND' },
      message: expect.stringContaining('x-territory'),
    });
  });
});

describe('communes', () => {
  const PAGE = `query ($after: String, $filter: CommuneFilter, $orderBy: CommuneOrder) {
    communes(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount nodes { code name population } pageInfo { hasNextPage endCursor }
    }
  }`;

  it('are paged by cursor without loss or double, in both orders', async () => {
    for (const orderBy of ['NAME_ASC', 'POPULATION_DESC']) {
      const codes: string[] = [];
      let after: string | null = null;
      do {
        const answer: GraphqlAnswer = await asked()(PAGE, { after, orderBy });
        const { totalCount, nodes, pageInfo } = answer.data!.communes;
        expect(totalCount).toBe(113);
        codes.push(...nodes.map(({ code }: { code: string }) => code));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
      expect(new Set(codes).size).toBe(113);
    }
  });

  it('are found by a name without accents, by postal code, by size and by intercommunality', async () => {
    const names = async (filter: object) => {
      const { data } = await asked()(PAGE, { filter });
      return data!.communes.nodes.map(({ name }: { name: string }) => name);
    };
    expect(await names({ search: 'tarascon' })).toEqual(['Tarascon-sur-Ariège']);
    expect(await names({ search: 'TARASCON-SUR-ARIEGE' })).toEqual(['Tarascon-sur-Ariège']);
    expect(await names({ search: '100%' })).toEqual([]);
    expect(await names({ minimumPopulation: 3000 })).toEqual(['Foix', 'Tarascon-sur-Ariège', 'Varilhes']);
    expect(await names({ intercommunality: '240900431', minimumPopulation: 3000 })).toEqual([
      'Tarascon-sur-Ariège',
    ]);
  });

  it.each([
    ['more than a hundred', '{ communes(first: 101) { totalCount } }'],
    ['none', '{ communes(first: 0) { totalCount } }'],
    ['a cursor nobody gave', '{ communes(after: "abc") { totalCount } }'],
    ['a search that is no name', `{ communes(filter: { search: "${'x'.repeat(101)}" }) { totalCount } }`],
  ])('refuse %s', async (_what, query) => {
    const { errors } = await asked()(query);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('demonstration data', () => {
  it('is the same every time, and says what it is', async () => {
    const { ownerUrl } = story.database;
    const first = await loadDemonstration(ownerUrl, story.pfha.slug);
    expect(await loadDemonstration(ownerUrl, story.pfha.slug)).toEqual(first);
    const { data } = await asked()(`{
      territory { tagline offerIndicators { facilities fibreShare source { demonstration } } }
      commune(code: "09030") {
        facilityCounts { type { code } count }
        broadband { wiredEligibility { atLeast8 atLeast30 atLeast100 } source { demonstration } }
        presence(types: ["A129", "D502", "W101"]) { status count nearest { distanceKm method facility { commune { code } source { demonstration } } } }
      }
    }`);
    expect(data!.territory.offerIndicators.source).toEqual({ demonstration: true });
    // A second generated source knows of some more.
    expect(data!.territory.offerIndicators.facilities).toBeGreaterThanOrEqual(first.facilities);
    const { atLeast8, atLeast30, atLeast100 } = data!.commune.broadband.wiredEligibility;
    expect(atLeast8).toBeGreaterThanOrEqual(atLeast30);
    expect(atLeast30).toBeGreaterThanOrEqual(atLeast100);
    const [townHall, nursery, coworking] = data!.commune.presence;
    expect(townHall).toEqual({ status: 'PRESENT', count: 1, nearest: null });
    expect(nursery).toMatchObject({
      status: 'ABSENT',
      count: 0,
      nearest: { method: 'CROW_FLIES', facility: { source: { demonstration: true } } },
    });
    expect(coworking).toMatchObject({ status: 'UNKNOWN', count: null });
  });

  it('is refused for a territory that does not exist', async () => {
    await expect(loadDemonstration(story.database.ownerUrl, 'nulle-part')).rejects.toThrow('does not exist');
  });
});

describe('a region', () => {
  it('without territories has no offer, as of today', async () => {
    const { data } = await story.subgraph.client()(
      '{ region(code: "53") { offerIndicators { communes facilities fibreShare asOf } } }',
    );
    const { asOf, ...figures } = data!.region.offerIndicators;
    expect(figures).toEqual({ communes: 0, facilities: 0, fibreShare: null });
    expect(new Date(asOf).getFullYear()).toBe(new Date().getFullYear());
  });

  it('lists its territories and adds up their offer', async () => {
    const { data } = await story.subgraph.client()(
      '{ region(code: "76") { name territoryIds territories { slug } offerIndicators(year: 2026) { communes } offerBreakdown { territory { slug } communes } } }',
    );
    expect(data!.region).toEqual({
      name: 'Occitanie',
      territoryIds: [story.couserans.id, story.pfha.id],
      territories: [{ slug: 'cc-couserans-pyrenees' }, { slug: 'pays-de-foix-haute-ariege' }],
      offerIndicators: { communes: 207 },
      offerBreakdown: [
        { territory: { slug: 'cc-couserans-pyrenees' }, communes: 94 },
        { territory: { slug: 'pays-de-foix-haute-ariege' }, communes: 113 },
      ],
    });
  });
});
