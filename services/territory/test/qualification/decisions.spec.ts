import { asSuperuser } from '@ancrage/postgres/databases';
import { openDatabase } from '@ancrage/subgraph/database';
import { type GraphqlAnswer, viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireFacts } from '../../dist/upkeep/expire-facts.js';
import { DATABASE, type TwoTerritories, twoTerritories } from '../story.js';
import { asAgent, FOIX, source, state, vouch } from './facts.js';

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
});
afterAll(() => story.subgraph.stop());

const as = (role: Parameters<typeof viewerAs>[0] | null) =>
  story.subgraph.client({ territoryId: story.pfha.id, viewer: role && viewerAs(role) });

const DECIDE = `mutation ($input: DecideConflictInput!) { result: decideConflict(input: $input) {
  ... on FactChanged { fact { status count basis conflict decision { reason decidedBy stale } } }
  ... on OfferRefused { problems { field message } } } }`;
const VERIFY = `mutation ($input: VerifyFactsInput!) { result: verifyFacts(input: $input) {
  ... on FactsChanged { facts { type { code } status count verification { verifiedBy expired note } } }
  ... on OfferRefused { problems { field } } } }`;
const HISTORY = `query ($type: ID!) { commune(code: "${FOIX}") { fact(type: $type) { decision { count stale }
  history { kind count previousCount by reason source { dataset } } } } }`;

const historyOf = async (type: string) => {
  const { data } = await as('VIEWER')(HISTORY, { type });
  return data!.commune.fact.history;
};

async function disagree(type: string): Promise<void> {
  await asAgent(story, async (client) => {
    for (const [id, counts] of [
      ['import-finess', { [type]: 2 }],
      ['import-bpe', {}],
    ] as const) {
      await source(client, story, id, ['D307', 'D265', 'D277', 'D281']);
      await state(client, story, id, counts);
    }
  });
}

describe('a conflict', () => {
  it('is decided by an agent, with a reason, and decided again after a source changed', async () => {
    await disagree('D307');
    const input = { communeCode: FOIX, type: 'D307', count: 1, reason: '  Une seule est ouverte.  ' };
    const { data } = await as('AGENT')(DECIDE, { input });
    expect(data!.result.fact).toEqual({
      status: 'PRESENT',
      count: 1,
      basis: 'DECISION',
      conflict: false,
      decision: { reason: 'Une seule est ouverte.', decidedBy: 'Pays de Foix – Haute Ariège', stale: false },
    });
    await asAgent(story, (client) => state(client, story, 'import-finess', { D307: 3 }));
    const list = await as('VIEWER')(
      '{ facts(filter: { decided: true }) { totalCount nodes { conflict decision { stale } } } }',
    );
    expect(list.data!.facts).toEqual({
      totalCount: 1,
      nodes: [{ conflict: true, decision: { stale: true } }],
    });
    expect(
      (await historyOf('D307')).map(({ kind, count }: { kind: string; count: number }) => [kind, count]),
    ).toEqual([
      ['IMPORTED', 3],
      ['DECIDED', 1],
      ['IMPORTED', 0],
      ['IMPORTED', 2],
    ]);
  });

  it('is open again once its decision is withdrawn', async () => {
    await disagree('D265');
    await as('AGENT')(DECIDE, { input: { communeCode: FOIX, type: 'D265', count: 0, reason: 'Fermé' } });
    const { data } = await as('AGENT')(
      `mutation { result: withdrawDecision(input: { communeCode: "${FOIX}", type: "D265" }) { ... on FactChanged { fact { conflict count decision { count } } } } }`,
    );
    expect(data!.result.fact).toEqual({ conflict: true, count: 2, decision: null });
    expect((await historyOf('D265'))[0]).toMatchObject({ kind: 'DECISION_WITHDRAWN', previousCount: 0 });
  });

  it('needs two sources, a reason and a number, and says so by field', async () => {
    const refused = async (input: object) => {
      const { data } = await as('AGENT')(DECIDE, { input: { communeCode: FOIX, type: 'D277', ...input } });
      return data!.result.problems?.map(({ field }: { field: string }) => field);
    };
    expect(await refused({ count: 1, reason: 'vu', type: 'W101' })).toEqual(['type']);
    expect(await refused({ count: 1001, reason: '   ' })).toEqual(['count', 'reason']);
    expect(await refused({ count: 1, reason: 'x'.repeat(1001) })).toEqual(['reason']);
    expect(await refused({ count: 1, reason: 'x'.repeat(5_000_000).slice(0, 90_000) })).toEqual(['reason']);
  });

  it('gives way to a later verification that says otherwise', async () => {
    await disagree('D281');
    await as('AGENT')(DECIDE, { input: { communeCode: FOIX, type: 'D281', count: 2, reason: 'FINESS' } });
    const input = { communeCode: FOIX, verifiedBy: 'Mairie de Foix', facts: [{ type: 'D281', count: 5 }] };
    const { data } = await as('AGENT')(VERIFY, { input });
    expect(data!.result.facts).toMatchObject([{ status: 'PRESENT', count: 5 }]);
    const kinds = (await historyOf('D281')).map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['DECISION_WITHDRAWN', 'CORRECTED', 'DECIDED']);
  });
});

describe('verifying', () => {
  it('keeps what a script wrote as the text that it is, and refuses an address as a body', async () => {
    const note = '<script>alert(1)</script>';
    const input = { communeCode: FOIX, verifiedBy: 'Mairie', facts: [{ type: 'W101', count: 1, note }] };
    const { data } = await as('AGENT')(VERIFY, { input });
    expect(data!.result.facts[0].verification).toEqual({ verifiedBy: 'Mairie', expired: false, note });
    const refused = await as('AGENT')(VERIFY, { input: { ...input, verifiedBy: 'maire@foix.fr' } });
    expect(refused.data!.result.problems).toEqual([{ field: 'verifiedBy' }]);
  });

  it.each(['PUBLIC', 'VIEWER', 'CONTRIBUTOR'] as const)('is not for %s', async (role) => {
    const input = { communeCode: FOIX, verifiedBy: 'Moi', facts: [{ type: 'W101', count: 9 }] };
    const { errors } = await as(role === 'PUBLIC' ? null : role)(VERIFY, { input });
    expect(errors?.[0]?.extensions.code).toBe(role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  });
});

describe('expiry', () => {
  it('is noted once, whoever looks, and figures kept ready follow', async () => {
    await asAgent(story, (client) => vouch(client, story, 'W102', 4, '1 hour'));
    const shares = async () => {
      const { data } = await as(null)(
        `{ commune(code: "${FOIX}") { facilityCounts { type { code } count } } }`,
      );
      return data!.commune.facilityCounts.find(
        ({ type }: { type: { code: string } }) => type.code === 'W102',
      );
    };
    expect(await shares()).toMatchObject({ count: 4 });
    await asSuperuser(story.database.superuserUrl, (client) =>
      client.query("update verification set expires_at = now() - interval '1 day' where type_code = 'W102'"),
    );
    const database = await openDatabase(DATABASE, story.database);
    const rounds = await Promise.all([1, 2, 3].map(() => expireFacts(database, story.pfha.id)));
    expect(rounds.toSorted()).toEqual([0, 0, 1]);
    expect(await expireFacts(database, story.pfha.id)).toBe(0);
    await database.close();
    expect(await shares()).toBeUndefined();
    expect((await historyOf('W102')).filter(({ kind }: { kind: string }) => kind === 'EXPIRED')).toHaveLength(
      1,
    );
    const { data } = await as('VIEWER')(
      '{ facts(filter: { expired: true }) { nodes { type { code } status } } }',
    );
    expect(data!.facts.nodes).toEqual([{ type: { code: 'W102' }, status: 'UNVERIFIED' }]);
  });
});

describe('the history of facts', () => {
  it('cannot be altered, by the service nor by the owner of its tables', async () => {
    const database = await openDatabase(DATABASE, story.database);
    const scope = { territoryId: story.pfha.id, role: 'OPERATOR', userId: null } as const;
    for (const text of [
      "update fact_event set reason = 'autre'",
      'delete from fact_event',
      'truncate fact_event',
    ])
      await expect(database.write(scope, (connection) => connection.query(text))).rejects.toThrow(
        /permission denied/,
      );
    const count = () =>
      database.read<{ n: number }>(scope, { text: 'select count(*)::int as n from fact_event' });
    const before = await count();
    expect(before[0]!.n).toBeGreaterThan(0);
    await asSuperuser(story.database.ownerUrl, async (client) => {
      await client.query('begin');
      await client.query(
        `select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)`,
        [story.pfha.id],
      );
      expect((await client.query("update fact_event set reason = 'autre'")).rowCount).toBe(0);
      expect((await client.query('delete from fact_event')).rowCount).toBe(0);
      await client.query('commit');
    });
    expect(await count()).toEqual(before);
    await database.close();
  });

  it('is for members alone', async () => {
    const { data } = await as(null)(HISTORY, { type: 'D307' });
    expect(data!.commune.fact.history).toEqual([]);
    const { errors } = await as(null)('{ facts { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('the list of facts', () => {
  it('pages through every fact once, in any order', async () => {
    for (const orderBy of ['COMMUNE_ASC', 'COMMUNE_DESC', 'TYPE_ASC', 'EXPIRES_ASC', 'VERIFIED_DESC']) {
      const seen = new Set<string>();
      let after: string | null = null;
      do {
        const { data }: GraphqlAnswer = await as('VIEWER')(
          `query ($after: String, $orderBy: FactOrder) { facts(filter: { families: [WORKPLACES] }, orderBy: $orderBy, first: 100, after: $after) {
            totalCount nodes { commune { code } type { code } } pageInfo { hasNextPage endCursor } } }`,
          { after, orderBy },
        );
        expect(data!.facts.totalCount).toBe(226);
        for (const { commune, type } of data!.facts.nodes) seen.add(`${commune.code} ${type.code}`);
        after = data!.facts.pageInfo.hasNextPage ? data!.facts.pageInfo.endCursor : null;
      } while (after);
      expect(seen.size, orderBy).toBe(226);
    }
  });

  it('finds by commune, by label without accents, and by what is to be done', async () => {
    const total = async (filter: string) =>
      (await as('VIEWER')(`{ facts(filter: { ${filter} }) { totalCount } }`)).data!.facts.totalCount;
    expect(await total('search: "creche"')).toBe(113);
    expect(await total(`commune: "${FOIX}", families: [CHILDHOOD]`)).toBe(3);
    expect(await total(`commune: "${FOIX}", unverified: false`)).toBe(2);
    expect(await total('expiresBefore: "2000-01-01"')).toBe(0);
  });
});
