import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { openDatabase } from '@ancrage/subgraph/database';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE, type TwoTerritories, twoTerritories } from './story.js';

const CANARY = 'canari du Couserans';
const ROLES = ['PUBLIC', 'VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'] as const;
const TENANT_TABLES = [
  'facility',
  'broadband_coverage',
  'territory_commune',
  'offer_figures',
  'source where territory_id is not null',
];

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
  await asSuperuser(story.database.superuserUrl, async (client) => {
    const { id } = story.couserans;
    await client.query(
      'insert into source (id, territory_id, producer, dataset, vintage, licence) values ($1, $2, $3, $3, $3, $3)',
      ['canary', id, CANARY],
    );
    // In a commune that both might show, at the other's address: only the territory tells them apart.
    for (const commune of ['09122', '09261']) {
      await client.query(
        `insert into facility (id, territory_id, commune_code, type_code, name, longitude, latitude, source_id) values ($1, $2, $3, 'D502', $4, 1.6, 42.96, 'canary')`,
        [randomUUID(), id, commune, CANARY],
      );
      await client.query(
        `insert into broadband_coverage values ($1, $2, '2026-T1', 777, 1, 1, 1, 1, 1, 1, 1, 1, 1, 'canary') on conflict do nothing`,
        [id, commune],
      );
    }
  });
});
afterAll(() => story.subgraph.stop());

/** Everything this subgraph can be asked about a territory's offer. */
const EVERYTHING = `{
  territory { name offerIndicators { facilities source { producer } } communes { name } tiles { source { producer } } }
  commune(code: "09122") {
    facilities(first: 100) { nodes { name source { producer } } }
    presence(types: ["D502"]) { count nearest { facility { name } } }
    broadband { quarter source { producer } } sources { producer }
  }
  communes(first: 100) { nodes { name facilityCounts { count } broadbandClass } }
  _entities(representations: [
    { __typename: "Commune", code: "09261" }, { __typename: "Commune", code: "09122" }
  ]) { ... on Commune { name facilities(first: 100) { nodes { name source { producer } } } broadband { source { producer } } } }
}`;

describe.each(ROLES)('as %s of one territory', (role) => {
  it('nothing of the other shows in any answer', async () => {
    const viewer = role === 'PUBLIC' ? null : viewerAs(role);
    const { data, errors } = await story.subgraph.client({ territoryId: story.pfha.id, viewer })(EVERYTHING);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain(CANARY);
  });

  it('the database itself refuses the other’s rows, read or written', async () => {
    const database = await openDatabase(DATABASE, story.database);
    const scope = { territoryId: story.pfha.id, role, userId: null };
    for (const table of TENANT_TABLES) {
      const condition = table.includes('where') ? 'and' : 'where';
      const rows = await database.read(scope, {
        text: `select 1 from ${table} ${condition} territory_id = $1`,
        values: [story.couserans.id],
      });
      expect(rows, table).toEqual([]);
    }
    const em = database.fork(scope);
    const touched = await em.execute<{ affectedRows: number }>(
      `update facility set name = 'volé' where territory_id = ?`,
      [story.couserans.id],
      'run',
    );
    expect(touched.affectedRows).toBe(0);
    await expect(
      em.execute(
        `insert into facility (id, territory_id, commune_code, type_code, name, source_id) values (?, ?, '09122', 'D502', 'intrus', 'canary')`,
        [randomUUID(), story.couserans.id],
      ),
    ).rejects.toThrow('row-level security');
    await database.close();
  });
});

describe('negative controls', () => {
  it('the canary is there, and its own territory sees it', async () => {
    const { data } = await story.subgraph.client({ territoryId: story.couserans.id })(
      EVERYTHING.replaceAll('commune(code: "09122")', 'commune(code: "09261")'),
    );
    expect(JSON.stringify(data)).toContain(CANARY);
  });

  it('a session without settings sees no tenant row at all', async () => {
    const database = await openDatabase(DATABASE, story.database);
    for (const table of TENANT_TABLES) {
      const rows = await database.read(
        { territoryId: null, role: 'PUBLIC', userId: null },
        { text: `select 1 from ${table}` },
      );
      expect(rows, table).toEqual([]);
    }
    await database.close();
  });

  it.each([
    ['of its own', false],
    ['shared with others', true],
  ])('settings of one read never reach the next on a connection %s', async (_which, short) => {
    const database = await openDatabase(DATABASE, story.database);
    const territories = [story.pfha.id, story.couserans.id, null];
    const reads = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const territoryId = territories[index % 3] ?? null;
        const rows = await database.read<{ n: number; foreign: number }>(
          { territoryId, role: 'PUBLIC', userId: null },
          {
            short,
            text: 'select count(*)::int as n, count(*) filter (where territory_id is distinct from $1)::int as foreign from territory_commune',
            values: [territoryId],
          },
        );
        return { territoryId, ...(rows[0] as { n: number; foreign: number }) };
      }),
    );
    expect(reads.every(({ foreign }) => foreign === 0)).toBe(true);
    expect(
      new Set(
        reads.map(
          ({ territoryId, n }) =>
            `${territoryId === null ? 'none' : territoryId === story.pfha.id ? 'pfha' : 'couserans'} ${n}`,
        ),
      ),
    ).toEqual(new Set(['pfha 113', 'couserans 94', 'none 0']));
    await database.close();
  });
});

it('a request that nobody signed is refused before anything is read', async () => {
  const answer = await fetch(`${story.subgraph.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query: '{ territories { totalCount } }' }),
  });
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain('totalCount');
});
