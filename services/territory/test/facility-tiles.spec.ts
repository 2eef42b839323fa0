import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { signRequest } from '@ancrage/signature';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../dist/demonstration/load-demonstration.js';
import { inTransaction } from '../dist/territory/create-territory.js';
import { summariseOffer } from '../dist/territory/offer-summary.js';
import { actAsOperator } from '../dist/territory/write-territory.js';
import { type TwoTerritories, twoTerritories } from './story.js';

/** How long a rendering may take on a machine that is busy with others. */
const soon = { timeout: 15_000 };

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
  await loadDemonstration(story.database.ownerUrl, story.pfha.slug);
});
afterAll(() => story.subgraph.stop());

type Properties = Record<string, string | number | boolean>;
type Shown = { properties: Properties; longitude: number; latitude: number };

const query = (sql: string, values: unknown[] = []) =>
  asSuperuser(story.database.superuserUrl, async (client) => (await client.query(sql, values)).rows);

/** What somebody changed by other means, and what lists and tiles make of it. */
const change = (territoryId: string, sql: string) =>
  asSuperuser(story.database.superuserUrl, (client) =>
    inTransaction(client, async () => {
      await actAsOperator(client, territoryId);
      await client.query(sql);
      await summariseOffer(client, territoryId);
    }),
  );

async function tilesOf(slug: string): Promise<{ communes: string; facilities: string }> {
  const { data } = await story.subgraph.client()(
    '{ territories { nodes { slug tiles { communes facilities } } } }',
  );
  return data!.territories.nodes.find((node: { slug: string }) => node.slug === slug).tiles;
}

async function fetchTile(path: string): Promise<Response> {
  const signed = signRequest(story.subgraph.secret, { method: 'GET', path, requestId: randomUUID() });
  return fetch(`${story.subgraph.url}${path}`, { headers: signed });
}

async function featuresOf(
  template: string,
  layer: string,
  z: number,
  x: number,
  y: number,
): Promise<Shown[]> {
  const answer = await fetchTile(template.replace('{z}/{x}/{y}', `${z}/${x}/${y}`));
  expect([200, 204]).toContain(answer.status);
  const tile = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers[layer];
  return Array.from({ length: tile?.length ?? 0 }, (_, index) => {
    const feature = tile!.feature(index);
    const { geometry } = feature.toGeoJSON(x, y, z);
    const [longitude, latitude] = geometry.type === 'Point' ? geometry.coordinates : [0, 0];
    return { properties: feature.properties as Properties, longitude: longitude!, latitude: latitude! };
  });
}

/** Everything at a zoom, by asking for the parts of each tile that holds something. */
async function allAt(template: string, zoom: number, z = 6, x = 32, y = 23): Promise<Shown[]> {
  const shown = await featuresOf(template, 'facilities', z, x, y);
  if (z === zoom || shown.length === 0) return shown;
  const parts = [2 * x, 2 * x + 1].flatMap((px) => [2 * y, 2 * y + 1].map((py) => [px, py] as const));
  return (await Promise.all(parts.map(([px, py]) => allAt(template, zoom, z + 1, px, py)))).flat();
}

function countsByType(shown: Shown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { properties } of shown) {
    const type = String(properties['type']);
    counts[type] = (counts[type] ?? 0) + Number(properties['count']);
  }
  return counts;
}

/** The facilities of a territory but those of services that it knows to be closed. */
const open = (territoryId: string) =>
  query(
    `select f.* from facility f join territory_commune tc using (territory_id, commune_code)
     where f.territory_id = $1 and tc.facility_counts ? f.type_code`,
    [territoryId],
  );

const known = async (territoryId: string) => {
  const counts: Record<string, number> = {};
  for (const { type_code: type } of await open(territoryId)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

describe('facility tiles', () => {
  it('count the facilities of each type that are not closed, whatever the zoom', async () => {
    const { facilities } = await tilesOf(story.pfha.slug);
    const expected = await known(story.pfha.id);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    for (const zoom of [6, 9, 12, 14]) expect(countsByType(await allAt(facilities, zoom))).toEqual(expected);
  });

  it('gather the services of a type that lie together, and name its family', async () => {
    const { facilities } = await tilesOf(story.pfha.slug);
    const far = await allAt(facilities, 7);
    const doctors = far.filter(({ properties }) => properties['type'] === 'D265');
    expect(doctors.length).toBeLessThan((await known(story.pfha.id))['D265'] ?? 0);
    expect(doctors.some(({ properties }) => Number(properties['count']) > 1)).toBe(true);
    expect(new Set(doctors.map(({ properties }) => properties['family']))).toEqual(new Set(['HEALTH']));
  });

  it('show each facility where it is when one comes near, and say which it is', async () => {
    const { facilities } = await tilesOf(story.pfha.slug);
    const shown = await allAt(facilities, 14);
    const rows = await open(story.pfha.id);
    expect(shown).toHaveLength(rows.length);
    const byId = new Map(shown.map((each) => [each.properties['id'], each]));
    for (const row of rows) {
      const found = byId.get(row.id);
      expect(found?.properties).toMatchObject({
        name: row.name,
        type: row.type_code,
        commune: row.commune_code,
        source: row.source_id,
      });
      // A unit of a tile of zoom 14 is half a metre.
      expect(found?.longitude).toBeCloseTo(row.longitude, 4);
      expect(found?.latitude).toBeCloseTo(row.latitude, 4);
    }
  });

  it('place at the centre of its commune what nobody located, and say so', async () => {
    await change(
      story.pfha.id,
      `update facility set longitude = null, latitude = null where id = (select id from facility where commune_code = '09122' limit 1)`,
    );
    const [lost] = await query('select id from facility where longitude is null');
    const [centre] = await query("select longitude, latitude from commune_reference where code = '09122'");
    const { facilities } = await tilesOf(story.pfha.slug);
    await expect.poll(() => isCurrent(facilities), soon).toBe(true);
    const found = (await allAt(facilities, 14)).find(({ properties }) => properties['id'] === lost!.id);
    expect(found?.properties['centred']).toBe(true);
    expect(found?.longitude).toBeCloseTo(centre!.longitude, 4);
    expect(found?.latitude).toBeCloseTo(centre!.latitude, 4);
  });

  it('change version when a name changes, which leaves the communes as they were', async () => {
    const before = await tilesOf(story.pfha.slug);
    await change(story.pfha.id, `update facility set name = 'Crèche des Oursons' where type_code = 'D502'`);
    const after = await tilesOf(story.pfha.slug);
    expect(after.facilities).not.toBe(before.facilities);
    expect(after.communes).toBe(before.communes);
    await expect.poll(() => isCurrent(after.facilities)).toBe(true);
    const named = (await allAt(after.facilities, 14)).filter(
      ({ properties }) => properties['type'] === 'D502',
    );
    expect(new Set(named.map(({ properties }) => properties['name']))).toEqual(
      new Set(['Crèche des Oursons']),
    );
    await change(story.pfha.id, 'select 1');
    expect(await tilesOf(story.pfha.slug)).toEqual(after);
  });

  it('leave out a service that the commune no longer counts', async () => {
    const closed = `update territory_commune set facility_counts = facility_counts - 'D307' where commune_code = '09122'`;
    await asSuperuser(story.database.superuserUrl, (client) =>
      inTransaction(client, async () => {
        await actAsOperator(client, story.pfha.id);
        await client.query(closed);
        await client.query(`update tile_version set facilities = 'c105ed' where territory_id = $1`, [
          story.pfha.id,
        ]);
      }),
    );
    const { facilities } = await tilesOf(story.pfha.slug);
    await expect.poll(() => isCurrent(facilities), soon).toBe(true);
    const pharmacies = (await allAt(facilities, 14)).filter(
      ({ properties }) => properties['type'] === 'D307',
    );
    expect(pharmacies.length).toBeGreaterThan(0);
    expect(pharmacies.map(({ properties }) => properties['commune'])).not.toContain('09122');
  });

  it('hold nothing of another territory', async () => {
    const { facilities } = await tilesOf(story.couserans.slug);
    expect(await allAt(facilities, 6)).toEqual([]);
  });
});

describe('commune tiles', () => {
  it('carry the figures of the offer', async () => {
    await change(story.pfha.id, 'select 1');
    const { communes } = await tilesOf(story.pfha.slug);
    await expect.poll(() => isCurrent(communes), soon).toBe(true);
    const shown = await featuresOf(communes, 'communes', 6, 32, 23);
    const foix = shown.find(({ properties }) => properties['code'] === '09122')!.properties;
    const [row] = await query(
      `select facility_counts as counts, completeness from territory_commune where commune_code = '09122' and territory_id = $1`,
      [story.pfha.id],
    );
    const { counts, completeness } = row!;
    expect(foix['facilities']).toBe(Object.values<number>(counts).reduce((sum, count) => sum + count, 0));
    expect(foix['CHILDHOOD']).toBe((counts.D502 ?? 0) + (counts.D504 ?? 0) + (counts.D505 ?? 0));
    expect(foix['broadbandClass']).toMatch(/^(BELOW|FROM)_/);
    expect(foix['fibre']).toBeGreaterThan(0);
    expect(foix['fibre']).toBeLessThanOrEqual(1);
    expect(foix['completeness']).toBeCloseTo(completeness, 3);
  });
});

/** Whether an address answers with what it is the address of, and no longer with what was there before. */
const isCurrent = async (template: string) =>
  (await fetchTile(template.replace('{z}/{x}/{y}', '6/32/23'))).headers
    .get('cache-control')
    ?.includes('immutable');
