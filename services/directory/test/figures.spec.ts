import { randomUUID } from 'node:crypto';
import { writeTerritoryList } from '@ancrage/subgraph/territory-list';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

let territoryId: string;
let neighbour: string;
beforeEach(() => {
  territoryId = randomUUID();
  neighbour = randomUUID();
});

const times = async (count: number, work: () => Promise<unknown>) => {
  for (let index = 0; index < count; index += 1) await work();
};

const ofTerritory = async (id: string, as: Parameters<DirectoryWorld['subgraph']['client']>[0] = {}) => {
  const { data } = await world.subgraph.client(as)(
    `{ _entities(representations: [{ __typename: "Territory", id: "${id}" }]) {
      ... on Territory { directoryIndicators { solosIdentified solosPublished asOf demonstration } } } }`,
  );
  return data?._entities[0].directoryIndicators;
};
const listOf = (...ids: string[]) =>
  writeTerritoryList(ids.map((id) => ({ id, slug: `t-${id}`, name: `Territoire ${id}` })));
const ofRegion = async (year?: number) => {
  const { data, errors } = await world.subgraph.client()(
    `query ($references: [_Any!]!, $year: Int) { _entities(representations: $references) { ... on Region {
      directoryIndicators(year: $year) { solosIdentified { value suppressed } solosPublished { value suppressed } asOf demonstration } } } }`,
    {
      references: [{ __typename: 'Region', code: '76', territoryList: listOf(territoryId, neighbour) }],
      year,
    },
  );
  return errors ?? data?._entities[0].directoryIndicators;
};

describe('the figures of a territory', () => {
  it('are told of a past day to its members, and to nobody else', async () => {
    await times(2, () => world.identifiedSolo(territoryId));
    const on = async (as: Parameters<DirectoryWorld['subgraph']['client']>[0], day: string) => {
      const { data, errors } = await world.subgraph.client(as)(
        `{ _entities(representations: [{ __typename: "Territory", id: "${territoryId}" }]) {
          ... on Territory { directoryIndicatorsOn(day: "${day}") { solosIdentified solosPublished } } } }`,
      );
      return errors ?? data?._entities[0].directoryIndicatorsOn;
    };
    const member = { territoryId, viewer: viewerAs('VIEWER') };
    expect(await on(member, '2099-01-01')).toEqual({ solosIdentified: 2, solosPublished: 0 });
    expect(await on(member, '2001-01-01')).toEqual({ solosIdentified: 0, solosPublished: 0 });
    expect(await on({}, '2099-01-01')).toBeNull();
    expect(await on({ territoryId: neighbour, viewer: viewerAs('AGENT') }, '2099-01-01')).toBeNull();
  });

  it('count who was identified and who is published', async () => {
    await times(6, () => world.identifiedSolo(territoryId));
    await times(2, () => world.publishedSolo(territoryId));
    await world.publishedSolo(neighbour);
    expect(await ofTerritory(territoryId)).toEqual({
      solosIdentified: 8,
      solosPublished: 2,
      asOf: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date()),
      demonstration: false,
    });
  });

  it.each(['PAUSED', 'LAPSED', 'MODERATED'])(
    'count who is %s as known, not as published',
    async (because) => {
      await times(5, () => world.identifiedSolo(territoryId));
      const { id } = await world.publishedSolo(territoryId);
      await world.superuser.query(`update solo set status = 'CONSENTED', hidden_because = $2 where id = $1`, [
        id,
        because,
      ]);
      expect(await ofTerritory(territoryId)).toMatchObject({ solosIdentified: 6, solosPublished: 0 });
      expect(await ofRegion()).toMatchObject({
        solosIdentified: { value: 6, suppressed: false },
        solosPublished: { value: 0 },
      });
    },
  );

  it('say nothing of fewer than five who agreed to nothing, but to the staff of the territory', async () => {
    await times(3, () => world.identifiedSolo(territoryId));
    expect((await ofTerritory(territoryId)).solosIdentified).toBeNull();
    expect(
      (await ofTerritory(territoryId, { territoryId: neighbour, viewer: viewerAs('ADMINISTRATOR') }))
        .solosIdentified,
    ).toBeNull();
    expect(
      (await ofTerritory(territoryId, { territoryId, viewer: viewerAs('VIEWER') })).solosIdentified,
    ).toBe(3);
  });

  it('are zero where there is nobody, and say when records are generated', async () => {
    expect(await ofTerritory(territoryId)).toMatchObject({
      solosIdentified: 0,
      solosPublished: 0,
      demonstration: false,
    });
    await world.identifiedSolo(territoryId, { demonstration: true });
    expect(await ofTerritory(territoryId)).toMatchObject({ demonstration: true });
  });
});

describe('the figures of a region', () => {
  it('add up its territories, and give no count under five', async () => {
    await times(4, () => world.identifiedSolo(territoryId));
    await times(3, () => world.publishedSolo(neighbour));
    expect(await ofRegion()).toMatchObject({
      solosIdentified: { value: 7, suppressed: false },
      solosPublished: { value: null, suppressed: true },
    });
  });

  it('give zero, which is about nobody', async () => {
    expect(await ofRegion()).toMatchObject({ solosIdentified: { value: 0, suppressed: false } });
  });

  it('cumulate to the end of a year, as it was then', async () => {
    await times(5, () => world.identifiedSolo(territoryId, { identifiedAt: '2023-12-31T22:59:00Z' }));
    // Already the next year in France.
    await times(5, () => world.identifiedSolo(territoryId, { identifiedAt: '2023-12-31T23:00:00Z' }));
    const published = [];
    for (let index = 0; index < 10; index += 1) {
      published.push(
        await world.publishedSolo(neighbour, {
          identifiedAt: '2024-02-01T00:00:00Z',
          publishedAt: '2024-05-01T00:00:00Z',
        }),
      );
    }
    for (const { consentId } of published.slice(0, 5))
      await world.withdraw(consentId, `'2025-03-01T00:00:00Z'`);
    const figures = async (year: number) => {
      const { solosIdentified, solosPublished, asOf } = await ofRegion(year);
      return [solosIdentified.value, solosPublished.value, asOf];
    };
    expect(await figures(2022)).toEqual([0, 0, '2022-12-31']);
    expect(await figures(2023)).toEqual([5, 0, '2023-12-31']);
    expect(await figures(2024)).toEqual([20, 10, '2024-12-31']);
    expect(await figures(2025)).toEqual([20, 5, '2025-12-31']);
  });

  it('by territory and year by year keep back what would count fewer than five', async () => {
    await times(40, () => world.identifiedSolo(territoryId, { identifiedAt: '2023-02-01T00:00:00Z' }));
    await times(3, () => world.identifiedSolo(neighbour, { identifiedAt: '2024-02-01T00:00:00Z' }));
    await times(6, () => world.publishedSolo(neighbour, { identifiedAt: '2024-02-01T00:00:00Z' }));
    const { data } = await world.subgraph.client()(
      `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Region {
        identified: directoryBreakdown(indicator: SOLOS_IDENTIFIED) { territory { id } value suppressed }
        published: directoryBreakdown(indicator: SOLOS_PUBLISHED) { value }
        directoryTrend { asOf solosIdentified { value atLeast atMost } } } } }`,
      { references: [{ __typename: 'Region', code: '76', territoryList: listOf(territoryId, neighbour) }] },
    );
    const [region] = data?._entities ?? [];
    expect(region.identified).toEqual([
      { territory: { id: territoryId }, value: 40, suppressed: false },
      // Nine known, six of them published: three who did not agree.
      { territory: { id: neighbour }, value: null, suppressed: true },
    ]);
    expect(region.published).toEqual([{ value: 0 }, { value: 6 }]);
    expect((await ofTerritory(neighbour)).solosIdentified).toBeNull();
    expect(region.directoryTrend[0]).toEqual({
      asOf: '2023-12-31',
      solosIdentified: { value: 40, atLeast: 40, atMost: 40 },
    });
    expect(region.directoryTrend.at(-1).solosIdentified).toEqual({ value: null, atLeast: 47, atMost: 50 });
  });

  it.each([1999, 3000])('refuse the year %i', async (year) => {
    expect(await ofRegion(year)).toMatchObject([{ extensions: { code: 'BAD_INPUT', field: 'year' } }]);
  });
});
