import { randomUUID } from 'node:crypto';
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
const ofRegion = async (fields: string, territoryIds = [territoryId, neighbour]) => {
  const { data, errors } = await world.subgraph.client()(
    `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Region { ${fields} } } }`,
    { references: [{ __typename: 'Region', code: '76', territoryIds }] },
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

  it('by territory hide a second one where the first could be computed', async () => {
    const third = randomUUID();
    await times(2, () => world.installation(territoryId, { effectiveOn: '2024-09-01' }));
    await times(6, () => world.installation(neighbour, { effectiveOn: '2024-09-01' }));
    await times(8, () => world.installation(third, { effectiveOn: '2024-09-01' }));
    const { breakdown } = await ofRegion(
      'breakdown(indicator: INSTALLATIONS_EFFECTIVE) { territory { id } value suppressed }',
      [territoryId, neighbour, third],
    );
    expect(breakdown).toEqual([
      { territory: { id: territoryId }, value: null, suppressed: true },
      { territory: { id: neighbour }, value: null, suppressed: true },
      { territory: { id: third }, value: 8, suppressed: false },
    ]);
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
