import { randomUUID } from 'node:crypto';
import { writeTerritoryList } from '@ancrage/subgraph/territory-list';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
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
const ofTerritory = async (as: Parameters<AccompanimentWorld['subgraph']['client']>[0] = {}) => {
  const { data } = await world.subgraph.client(as)(
    `{ _entities(representations: [{ __typename: "Territory", id: "${territoryId}" }]) { ... on Territory { accompanimentIndicators {
      prospects prospectsAttended installationsEffective installationsPlanned peopleWelcomed childrenWelcomed demonstration } } } }`,
  );
  return data?._entities[0].accompanimentIndicators;
};
const namedAs = (id: string) => ({ id, slug: `t-${id}`, name: `Territoire ${id}` });
const ofRegion = async (fields: string, territoryIds = [territoryId, neighbour]) => {
  const { data, errors } = await world.subgraph.client()(
    `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Region { ${fields} } } }`,
    {
      references: [
        { __typename: 'Region', code: '76', territoryList: writeTerritoryList(territoryIds.map(namedAs)) },
      ],
    },
  );
  return errors ?? data?._entities[0];
};
const staff = () => ({ territoryId, viewer: viewerAs('VIEWER') });

describe('the figures of a territory', () => {
  it('count households from their records', async () => {
    const [first, second] = [
      await world.session(territoryId, { startsAt: '2024-05-01T09:00:00Z' }),
      await world.session(territoryId, { startsAt: '2024-06-01T09:00:00Z' }),
    ];
    await times(5, () => world.registration(territoryId, first, 'ATTENDED', { adults: 2 }));
    await world.registration(territoryId, first, 'NO_SHOW');
    // A household that came twice is one household.
    const prospectId = await world.prospect(territoryId);
    await world.registration(territoryId, first, 'ATTENDED', { prospectId });
    await world.registration(territoryId, second, 'ATTENDED', { prospectId });
    await times(5, () =>
      world.installation(territoryId, { effectiveOn: '2024-09-01', adults: 2, children: [2015] }),
    );
    await times(6, () => world.installation(territoryId));
    await world.installation(territoryId, { abandonedOn: '2024-08-01' });
    await world.installation(neighbour, { effectiveOn: '2024-09-01', adults: 9 });
    expect(await ofTerritory()).toEqual({
      prospects: 19,
      prospectsAttended: 6,
      installationsEffective: 5,
      installationsPlanned: 6,
      peopleWelcomed: 15,
      childrenWelcomed: 5,
      demonstration: false,
    });
  });

  it('under five are for the staff of the territory', async () => {
    await times(2, () =>
      world.installation(territoryId, { effectiveOn: '2024-09-01', adults: 2, children: [2015] }),
    );
    expect(await ofTerritory()).toMatchObject({
      prospects: null,
      installationsEffective: null,
      peopleWelcomed: 6,
      childrenWelcomed: null,
    });
    expect(await ofTerritory({ territoryId: neighbour, viewer: viewerAs('ADMINISTRATOR') })).toMatchObject({
      prospects: null,
    });
    expect(await ofTerritory(staff())).toMatchObject({
      prospects: 2,
      installationsEffective: 2,
      peopleWelcomed: 6,
      childrenWelcomed: 2,
    });
  });

  it('give no number of adults away by that of children', async () => {
    await world.installation(territoryId, {
      effectiveOn: '2024-09-01',
      adults: 2,
      children: [2010, 2012, 2014, 2016, 2018],
    });
    expect(await ofTerritory()).toMatchObject({ peopleWelcomed: 7, childrenWelcomed: null });
  });

  it('of those in contact are kept back where those who went no further are few', async () => {
    const session = await world.session(territoryId, { startsAt: '2024-05-01T09:00:00Z' });
    await times(6, () => world.registration(territoryId, session, 'ATTENDED'));
    await times(2, () => world.prospect(territoryId));
    expect(await ofTerritory()).toMatchObject({ prospects: null, prospectsAttended: 6 });
    expect(await ofTerritory(staff())).toMatchObject({ prospects: 8 });
  });

  it('are zero where nothing happened', async () => {
    expect(await ofTerritory()).toMatchObject({ prospects: 0, peopleWelcomed: 0, childrenWelcomed: 0 });
  });
});

describe('the figures of a region', () => {
  it('add up its territories, and give no count under five', async () => {
    await times(3, () => world.installation(territoryId, { effectiveOn: '2024-09-01' }));
    await times(3, () => world.installation(neighbour, { effectiveOn: '2024-09-01' }));
    await times(2, () => world.installation(neighbour));
    expect(
      await ofRegion(
        'accompanimentIndicators { installationsEffective { value suppressed } installationsPlanned { value suppressed } prospectsAttended { value suppressed } }',
      ),
    ).toEqual({
      accompanimentIndicators: {
        installationsEffective: { value: 6, suppressed: false },
        installationsPlanned: { value: null, suppressed: true },
        prospectsAttended: { value: 0, suppressed: false },
      },
    });
  });

  it('tell of a year as it was at its end', async () => {
    await times(5, () =>
      world.installation(territoryId, { plannedOn: '2023-02-01', effectiveOn: '2024-12-31' }),
    );
    await times(6, () =>
      world.installation(territoryId, { plannedOn: '2023-02-01', abandonedOn: '2025-01-01' }),
    );
    const figures = async (year: number) => {
      const { accompanimentIndicators: indicators } = await ofRegion(
        `accompanimentIndicators(year: ${year}) { installationsEffective { value } installationsPlanned { value } asOf }`,
      );
      return [
        indicators.installationsEffective.value,
        indicators.installationsPlanned.value,
        indicators.asOf,
      ];
    };
    expect(await figures(2022)).toEqual([0, 0, '2022-12-31']);
    expect(await figures(2023)).toEqual([0, 11, '2023-12-31']);
    expect(await figures(2024)).toEqual([5, 6, '2024-12-31']);
    expect(await figures(2025)).toEqual([5, 0, '2025-12-31']);
  });

  it('by territory are those of their own pages; the total that would give a small one away is between two numbers', async () => {
    const third = randomUUID();
    await times(2, () => world.installation(territoryId, { effectiveOn: '2024-09-01' }));
    await times(6, () => world.installation(neighbour, { effectiveOn: '2024-09-01' }));
    await times(8, () => world.installation(third, { effectiveOn: '2024-09-01' }));
    expect(
      await ofRegion(
        `breakdown(indicator: INSTALLATIONS_EFFECTIVE) { territory { id slug name } value suppressed }
         accompanimentIndicators { installationsEffective { value suppressed atLeast atMost } }`,
        [territoryId, neighbour, third],
      ),
    ).toEqual({
      breakdown: [
        { territory: namedAs(territoryId), value: null, suppressed: true },
        { territory: namedAs(neighbour), value: 6, suppressed: false },
        { territory: namedAs(third), value: 8, suppressed: false },
      ],
      accompanimentIndicators: {
        installationsEffective: { value: null, suppressed: true, atLeast: 15, atMost: 18 },
      },
    });
    expect(await ofTerritory()).toMatchObject({ installationsEffective: null });
  });

  it('count nobody by the difference of two years', async () => {
    await times(5, () => world.installation(territoryId, { effectiveOn: '2022-09-01' }));
    await times(6, () => world.installation(territoryId, { effectiveOn: '2023-09-01' }));
    await times(2, () => world.installation(territoryId, { effectiveOn: '2024-09-01' }));
    const { accompanimentTrend: trend } = await ofRegion(
      'accompanimentTrend { asOf installationsEffective { value atLeast atMost } }',
    );
    expect(trend.slice(0, 4)).toEqual([
      { asOf: '2022-12-31', installationsEffective: { value: 5, atLeast: 5, atMost: 5 } },
      { asOf: '2023-12-31', installationsEffective: { value: null, atLeast: 1, atMost: 17 } },
      { asOf: '2024-12-31', installationsEffective: { value: 13, atLeast: 13, atMost: 13 } },
      { asOf: '2025-12-31', installationsEffective: { value: 13, atLeast: 13, atMost: 13 } },
    ]);
    const { breakdown } = await ofRegion(
      'breakdown(indicator: INSTALLATIONS_EFFECTIVE, year: 2023) { value }',
    );
    expect(breakdown).toEqual([{ value: null }, { value: 0 }]);
  });

  it('count a household that came again in the year of its first visit', async () => {
    const sessions = [
      await world.session(territoryId, { startsAt: '2023-05-01T09:00:00Z' }),
      await world.session(territoryId, { startsAt: '2024-05-01T09:00:00Z' }),
    ];
    for (let household = 0; household < 5; household += 1) {
      const prospectId = await world.prospect(territoryId);
      for (const session of sessions)
        await world.registration(territoryId, session, 'ATTENDED', { prospectId });
    }
    const attended = async (year: number) =>
      (await ofRegion(`accompanimentIndicators(year: ${year}) { prospectsAttended { value } }`))
        .accompanimentIndicators.prospectsAttended.value;
    expect([await attended(2022), await attended(2023), await attended(2024)]).toEqual([0, 5, 5]);
  });

  it('are those of the moment, however often they are asked for', async () => {
    for (let count = 5; count < 25; count += 1) {
      await times(count === 5 ? 5 : 1, () => world.installation(neighbour, { effectiveOn: '2024-09-01' }));
      expect(await ofRegion('breakdown(indicator: INSTALLATIONS_EFFECTIVE) { value }')).toEqual({
        breakdown: [{ value: 0 }, { value: count }],
      });
    }
    expect(await ofRegion('breakdown(indicator: INSTALLATIONS_EFFECTIVE) { value }', [neighbour])).toEqual({
      breakdown: [{ value: 24 }],
    });
  });

  it.each([1999, 3000])('refuse the year %i', async (year) => {
    const refused = [{ extensions: { code: 'BAD_INPUT', field: 'year' } }];
    expect(await ofRegion(`accompanimentIndicators(year: ${year}) { asOf }`)).toMatchObject(refused);
    expect(await ofRegion(`breakdown(indicator: PROSPECTS_ATTENDED, year: ${year}) { value }`)).toMatchObject(
      refused,
    );
  });

  it('of no territory are zero', async () => {
    expect(
      await ofRegion(
        'accompanimentIndicators { prospectsAttended { value } } breakdown(indicator: PROSPECTS_ATTENDED) { value }',
        [],
      ),
    ).toEqual({
      accompanimentIndicators: { prospectsAttended: { value: 0 } },
      breakdown: [],
    });
  });
});
