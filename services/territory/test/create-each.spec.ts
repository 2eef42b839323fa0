import { asSuperuser } from '@ancrage/postgres/databases';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEach } from '../dist/territory/create-each.js';
import { createTerritory } from '../dist/territory/create-territory.js';

const REQUEST = { region: '94', locales: ['fr'] };
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('territory');
});

const select = <Row extends object>(sql: string) =>
  asSuperuser(database.superuserUrl, async (client) => (await client.query<Row>(sql)).rows);

describe('a territory of each inter-communal body of a region', () => {
  it('makes the same of each as the command for one does', async () => {
    const steps: [number, number][] = [];
    const made = await createEach(database.ownerUrl, REQUEST, null, (done, total) =>
      steps.push([done, total]),
    );
    expect(made).toMatchObject({ created: 19, present: 0, communes: 360, contours: { official: 0 } });
    expect(steps.at(-1)).toEqual([19, 19]);
    const [one] = await select<{ population: number; commune_count: number; bounds: number[] }>(
      "select population, commune_count, bounds from territory where slug = 'cc-du-cap-corse'",
    );
    const alone = await createTerritory(
      database.ownerUrl,
      { name: 'Cap Corse, à part', epci: ['200042943'] },
      null,
    );
    const [same] = await select<object>(
      `select population, commune_count, bounds from territory where id = '${alone.id}'`,
    );
    expect(one).toEqual(same);
    expect(
      await select(`select count(*)::int as communes, count(distinct t.id)::int as territories, count(distinct f.territory_id)::int as figures,
        count(distinct v.territory_id)::int as tiles from territory t join territory_commune using_ on using_.territory_id = t.id
        left join offer_figures f on f.territory_id = t.id left join tile_version v on v.territory_id = t.id where t.slug <> '${alone.slug}'`),
    ).toEqual([{ communes: 360, territories: 19, figures: 19, tiles: 19 }]);
  });

  it('leaves those that are there as they are, and makes the missing ones', async () => {
    await asSuperuser(database.superuserUrl, (client) =>
      client.query("delete from territory where slug = 'cc-du-cap-corse'"),
    );
    const before = await select("select id, slug from territory where slug <> 'cc-du-cap-corse' order by id");
    expect(await createEach(database.ownerUrl, REQUEST, null)).toMatchObject({ created: 1, present: 18 });
    expect(
      await select("select id, slug from territory where slug <> 'cc-du-cap-corse' order by id"),
    ).toEqual(before);
  });

  it('refuses a region that there is not', async () => {
    await expect(createEach(database.ownerUrl, { ...REQUEST, region: '77' }, null)).rejects.toMatchObject({
      problems: ['each-epci-of: no region has the INSEE code 77'],
    });
  });
});
