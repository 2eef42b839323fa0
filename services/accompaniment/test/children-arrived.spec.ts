import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

let world: AccompanimentWorld;
let territoryId: string;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());
beforeEach(() => {
  territoryId = randomUUID();
});

const settle = (effectiveOn: string, children: number, territory = territoryId) =>
  world.installation(territory, { effectiveOn, children: Array.from({ length: children }, () => 2015) });
const arrived = async (
  role: 'PUBLIC' | 'VIEWER',
  territory = territoryId,
  years = 'from: 2023, to: 2025',
) => {
  const { data, errors } = await world.subgraph.client({
    territoryId: territory,
    viewer: role === 'PUBLIC' ? null : viewerAs(role),
  })(
    `{ _entities(representations: [{ __typename: "Commune", code: "09030" }]) { ... on Commune {
      childrenArrived(${years}) { year children suppressed demonstration } } } }`,
  );
  return errors ?? data?._entities[0].childrenArrived;
};
const cell = (year: number, children: number | null, suppressed = false) => ({
  year,
  children,
  suppressed,
  demonstration: false,
});

it('counts by year, exactly for members, and for the public from five up', async () => {
  await settle('2024-03-01', 4);
  await settle('2024-11-30', 3);
  await settle('2025-02-01', 6);
  expect(await arrived('VIEWER')).toEqual([cell(2023, 0), cell(2024, 7), cell(2025, 6)]);
  expect(await arrived('PUBLIC')).toEqual([cell(2023, null, true), cell(2024, 7), cell(2025, 6)]);
});

it('keeps a second figure back where the published total would give the first away', async () => {
  await settle('2024-03-01', 2);
  await settle('2025-02-01', 6);
  expect(await arrived('PUBLIC')).toEqual([
    cell(2023, null, true),
    cell(2024, null, true),
    cell(2025, null, true),
  ]);
  // The same whatever years are asked for: an interval is no way around.
  expect(await arrived('PUBLIC', territoryId, 'from: 2025, to: 2025')).toEqual([cell(2025, null, true)]);
  expect(await arrived('VIEWER')).toEqual([cell(2023, 0), cell(2024, 2), cell(2025, 6)]);
});

it('counts nobody who only plans, and nobody of the neighbour', async () => {
  const neighbour = randomUUID();
  await world.installation(territoryId, { children: [2015, 2016] });
  await settle('2024-05-01', 9, neighbour);
  expect(await arrived('VIEWER')).toEqual([cell(2023, 0), cell(2024, 0), cell(2025, 0)]);
  expect(await arrived('VIEWER', neighbour)).toContainEqual(cell(2024, 9));
});

it('refuses intervals that are none', async () => {
  for (const years of ['from: 2025, to: 2024', 'from: 1990, to: 2020', 'from: 1999, to: 2001']) {
    expect(await arrived('VIEWER', territoryId, years)).toMatchObject([
      { extensions: { code: 'BAD_INPUT' } },
    ]);
  }
});
