import { asSuperuser } from '@ancrage/postgres/databases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../dist/demonstration/load-demonstration.js';
import { summariseOffer } from '../dist/territory/offer-summary.js';
import { type TwoTerritories, twoTerritories } from './story.js';

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
  await loadDemonstration(story.database.ownerUrl, story.pfha.slug);
});
afterAll(() => story.subgraph.stop());

type Answer = {
  territory: { communes: { code: string; distances: (number | null)[] }[] };
};

async function distances(types: string[]): Promise<Answer['territory']> {
  const client = story.subgraph.client({ territoryId: story.pfha.id });
  const { data } = await client(
    'query ($types: [ID!]!) { territory { communes { code distances(types: $types) } } }',
    { types },
  );
  return (data as unknown as Answer).territory;
}
const of = (answer: Answer['territory'], code: string) =>
  answer.communes.find((commune) => commune.code === code)?.distances;

/** As a loader would: rows change, and what lists read is computed again. */
async function write(statement: string): Promise<void> {
  await asSuperuser(story.database.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query(
      "select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)",
      [story.pfha.id],
    );
    await client.query(statement);
    await summariseOffer(client, story.pfha.id);
    await client.query('commit');
  });
}

describe('distances', () => {
  it('are 0 in the commune, kilometres to the nearest elsewhere, null where none is known', async () => {
    const answer = await distances(['D106', 'A129', 'F999']);
    expect(of(answer, '09122')).toEqual([0, 0, null]);
    expect(of(answer, '09030')).toEqual([expect.any(Number), 0, null]);
  });

  it('are those that the sheet of a commune says', async () => {
    const client = story.subgraph.client({ territoryId: story.pfha.id });
    const { data } = await client(
      '{ commune(code: "09030") { distances(types: ["D106", "F303"]) presence(types: ["D106", "F303"]) { nearest { distanceKm } } } }',
    );
    const { commune } = data as {
      commune: { distances: number[]; presence: { nearest: { distanceKm: number } }[] };
    };
    expect(commune.distances).toEqual(commune.presence.map(({ nearest }) => nearest.distanceKm));
  });

  it('follow the offer as it changes', async () => {
    const before = of(await distances(['D106']), '09030');
    // A source says that there is one in Foix, and no longer where: the centre stands for it.
    await write(`delete from facility where type_code = 'D106'`);
    const toCentre = of(await distances(['D106']), '09030');
    expect(toCentre).toEqual([expect.any(Number)]);
    expect(toCentre).not.toEqual(before);
    await write(`update offer_statement set counts = counts - 'D106'`);
    expect(of(await distances(['D106']), '09030')).toEqual([null]);
  });

  it('come with where none known means none', async () => {
    const listings = async () => {
      const { data } = await story.subgraph.client({ territoryId: story.pfha.id })(
        '{ territory { communes { code completeness } typeListings(types: ["D502", "D101"]) { type { code } extent gaps } } }',
      );
      return (
        data as {
          territory: {
            communes: { code: string; completeness: number }[];
            typeListings: { extent: string; gaps: (number | null)[] | null }[];
          };
        }
      ).territory;
    };
    // The generated source lists crèches completely, and hospitals nowhere.
    expect((await listings()).typeListings).toEqual([
      { type: { code: 'D502' }, extent: 'EVERYWHERE', gaps: null },
      { type: { code: 'D101' }, extent: 'NOWHERE', gaps: null },
    ]);
    await write(`delete from offer_statement where commune_code = '09122'`);
    const { communes, typeListings } = await listings();
    const gapOf = (code: string) =>
      typeListings[0]?.gaps?.[communes.findIndex((commune) => commune.code === code)];
    expect(typeListings[0]?.extent).toBe('SOMEWHERE');
    expect(gapOf('09122')).toBe(0);
    expect(gapOf('09030')).toBeGreaterThan(20);
    expect(communes.find(({ code }) => code === '09122')?.completeness).toBe(0);
    expect(communes.find(({ code }) => code === '09030')?.completeness).toBeGreaterThan(0.8);
  });

  it('are asked for at most sixty types at once', async () => {
    const client = story.subgraph.client({ territoryId: story.pfha.id });
    const { errors } = await client(
      'query ($types: [ID!]!) { commune(code: "09122") { distances(types: $types) } }',
      {
        types: Array.from({ length: 61 }, (_, index) => `Z${index}`),
      },
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  });
});

describe('the share of fibre', () => {
  it('is that of the latest quarter, and unknown without coverage', async () => {
    const ask = '{ commune(code: "09122") { fibreShare broadband { technologies { technology share } } } }';
    const { data } = await story.subgraph.client({ territoryId: story.pfha.id })(ask);
    const { commune } = data as {
      commune: { fibreShare: number; broadband: { technologies: { technology: string; share: number }[] } };
    };
    expect(commune.fibreShare).toBe(
      commune.broadband.technologies.find(({ technology }) => technology === 'FIBRE')?.share,
    );
    const other = await story.subgraph.client({ territoryId: story.couserans.id })(
      '{ commune(code: "09261") { fibreShare } }',
    );
    expect(other.data).toEqual({ commune: { fibreShare: null } });
  });
});
