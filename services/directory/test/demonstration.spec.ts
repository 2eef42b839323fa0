import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrate } from '../dist/demonstration/demonstrate.js';
import { DirectoryWorld } from './support/directory-world.js';

const communes = [
  { code: '09122', population: 9934 },
  { code: '09030', population: 512 },
  { code: '09001', population: 60 },
];
let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

const load = (territoryId: string) => demonstrate(world.database.ownerUrl, { territoryId, communes });
const content = async (territoryId: string) => {
  const { rows } = await world.superuser.query(
    `select (select json_agg(s order by id) from solo s where territory_id = $1) as solos,
            (select json_agg(c order by id) from consent c where territory_id = $1) as consents,
            (select json_agg(a order by id) from network_actor a where territory_id = $1) as actors,
            (select json_agg(e order by id) from network_exchange e where territory_id = $1) as exchanges,
            (select json_agg(a order by id) from arrival a where territory_id = $1) as arrivals`,
    [territoryId],
  );
  return rows[0];
};

describe('the demonstration directory', () => {
  it('has the figures of the reference territory, through the API', async () => {
    const territoryId = randomUUID();
    expect(await load(territoryId)).toBe('LOADED');
    const { data } = await world.subgraph.client({ territoryId })(
      `{ _entities(representations: [{ __typename: "Territory", id: "${territoryId}" }]) {
          ... on Territory { directoryIndicators { solosIdentified solosPublished demonstration } } }
        solos(first: 100) { totalCount nodes { displayName slug activity skills presentation demonstration commune { code } } } }`,
    );
    expect(data?._entities[0].directoryIndicators).toEqual({
      solosIdentified: 78,
      solosPublished: 40,
      demonstration: true,
    });
    expect(data?.solos.totalCount).toBe(40);
    const codes = communes.map(({ code }) => code);
    for (const solo of data?.solos.nodes ?? []) {
      expect(solo.demonstration).toBe(true);
      expect(solo.skills.length).toBeGreaterThan(0);
      expect(solo.presentation).toMatch(/\.$/);
      expect(codes).toContain(solo.commune.code);
    }
  });

  it('has a network that stands at every step, and arrivals that say who they present', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const { data } = await world.subgraph.client({ territoryId })(
      `{ networkActors { name demonstration offers { step } }
         arrivals { totalCount nodes { demonstration paragraphs solo { displayName } commune { code } } } }`,
    );
    expect(data?.networkActors).toHaveLength(12);
    const steps = new Set(
      data?.networkActors.flatMap(({ offers }: { offers: { step: string }[] }) =>
        offers.map(({ step }) => step),
      ),
    );
    expect(steps.size).toBe(8);
    expect(data?.arrivals.totalCount).toBe(3);
    for (const arrival of data?.arrivals.nodes ?? []) {
      expect(arrival.demonstration).toBe(true);
      expect(arrival.paragraphs).toHaveLength(3);
      expect(arrival.solo.displayName).not.toBe('');
    }
  });

  it('is the same after a second load', async () => {
    const territoryId = randomUUID();
    await load(territoryId);
    const before = await content(territoryId);
    expect(before.solos).toHaveLength(78);
    expect(before.actors).toHaveLength(14);
    expect(before.consents.filter((consent: { withdrawn_at: unknown }) => consent.withdrawn_at)).toHaveLength(
      2,
    );
    expect(await load(territoryId)).toBe('PRESENT');
    expect(await content(territoryId)).toEqual(before);
  });

  it('loads once when two start together', async () => {
    const territoryId = randomUUID();
    expect((await Promise.all([load(territoryId), load(territoryId)])).sort()).toEqual(['LOADED', 'PRESENT']);
    expect((await content(territoryId)).solos).toHaveLength(78);
  });

  it('is refused where there are true solos, and leaves them alone', async () => {
    const territoryId = randomUUID();
    await world.publishedSolo(territoryId);
    const before = await content(territoryId);
    expect(await load(territoryId)).toBe('REFUSED');
    expect(await content(territoryId)).toEqual(before);
  });
});
