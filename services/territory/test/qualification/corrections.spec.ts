import { openDatabase } from '@ancrage/subgraph/database';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE, type TwoTerritories, twoTerritories } from '../story.js';
import { asAgent, FOIX, source, state } from './facts.js';

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
  await asAgent(story, async (client) => {
    await source(client, story, 'import-bpe', ['D307']);
    await state(client, story, 'import-bpe', { D307: 1 });
  });
});
afterAll(() => story.subgraph.stop());

const as = (role: Parameters<typeof viewerAs>[0] | null, territoryId = story.pfha.id) =>
  story.subgraph.client({ territoryId, viewer: role && viewerAs(role) });

const REPORT = `mutation ($input: ReportErrorInput!) { result: reportError(input: $input) {
  __typename ... on CorrectionSent { id } ... on OfferRefused { problems { field } } } }`;
const report = async (input: object, role: Parameters<typeof viewerAs>[0] | null = null) =>
  (await as(role)(REPORT, { input: { communeCode: FOIX, ...input } })).data!.result;
const QUEUE = `query ($filter: CorrectionFilter) { corrections(filter: $filter, first: 100) { totalCount
  nodes { id type { code } origin status knownCount proposedCount note sentBy reason decidedBy current { count } } } }`;
const queue = async (filter: object = {}) => (await as('VIEWER')(QUEUE, { filter })).data!.corrections;
const ACCEPT = `mutation ($ids: [ID!]!) { result: acceptCorrections(ids: $ids) {
  ... on CorrectionsDecided { corrections { id status } } } }`;

describe('a visitor’s report', () => {
  it('waits in the queue and changes nothing before an agent accepts it', async () => {
    expect(await report({ type: 'D307', proposedCount: 2, note: 'Une autre a ouvert.' })).toEqual({
      __typename: 'CorrectionSent',
      id: null,
    });
    const { nodes } = await queue({ status: 'PENDING' });
    expect(nodes).toMatchObject([
      { type: { code: 'D307' }, origin: 'PUBLIC', knownCount: 1, proposedCount: 2, current: { count: 1 } },
    ]);
    const { data } = await as('AGENT')(ACCEPT, { ids: [nodes[0].id] });
    expect(data!.result.corrections).toEqual([{ id: nodes[0].id, status: 'ACCEPTED' }]);
    const { data: sheet } = await as(null)(
      `{ commune(code: "${FOIX}") { fact(type: "D307") { count basis verification { verifiedBy note } pending { id } } } }`,
    );
    expect(sheet!.commune.fact).toEqual({
      count: 2,
      basis: 'VERIFICATION',
      verification: { verifiedBy: 'Pays de Foix – Haute Ariège', note: null },
      pending: [],
    });
  });

  it('is answered the same when a programme filled in what nobody sees, and kept nowhere', async () => {
    const before = (await queue()).totalCount;
    expect(await report({ note: 'acheter', website: 'https://spam.test' })).toEqual({
      __typename: 'CorrectionSent',
      id: null,
    });
    expect((await queue()).totalCount).toBe(before);
  });

  it.each([
    ['that says nothing', {}, ['note']],
    ['of blanks', { note: '   ' }, ['note']],
    ['about no type there is', { type: 'Z999', note: 'a' }, ['type']],
    ['of more than a commune holds', { type: 'D307', proposedCount: 1001 }, ['proposedCount']],
    ['of less than none', { type: 'D307', proposedCount: -1 }, ['proposedCount']],
    ['of a novel', { note: 'x'.repeat(50_000) }, ['note']],
    ['about another territory', { communeCode: '09261', note: 'a' }, ['communeCode']],
  ])('%s is refused by its field', async (_what, input, fields) => {
    const before = (await queue()).totalCount;
    const { __typename, problems } = await report(input);
    expect([__typename, problems.map(({ field }: { field: string }) => field)]).toEqual([
      'OfferRefused',
      fields,
    ]);
    expect((await queue()).totalCount).toBe(before);
  });

  it('of a contributor says who speaks, and can be followed', async () => {
    const { id } = await report({ note: 'La mairie a déménagé', sentBy: 'Mairie de Foix' }, 'CONTRIBUTOR');
    const { nodes } = await queue({ origin: 'MEMBER' });
    expect(nodes).toMatchObject([{ id, type: null, sentBy: 'Mairie de Foix', current: null }]);
  });
});

describe('deciding', () => {
  const pending = async (count: number) => {
    await report({ type: 'W101', proposedCount: count });
    return (await queue({ status: 'PENDING' })).nodes[0].id as string;
  };

  it('twice, or by two agents at once, gives one result', async () => {
    const ids = [await pending(1), await pending(2)];
    const answers = await Promise.all([
      as('AGENT')(ACCEPT, { ids }),
      as('AGENT')(ACCEPT, { ids: ids.toReversed() }),
      as('AGENT')(ACCEPT, { ids }),
    ]);
    for (const { data } of answers)
      expect(data!.result.corrections.map(({ status }: { status: string }) => status)).toEqual([
        'ACCEPTED',
        'ACCEPTED',
      ]);
    const { data } = await as('VIEWER')(
      `{ commune(code: "${FOIX}") { fact(type: "W101") { count history { kind } } } }`,
    );
    expect(data!.commune.fact.count).toBe(2);
    expect(
      data!.commune.fact.history.filter(({ kind }: { kind: string }) => kind === 'CORRECTED'),
    ).toHaveLength(1);
  });

  it('refuses with a reason, which stays in the history; what is refused is not accepted afterwards', async () => {
    const id = await pending(9);
    const REFUSE = `mutation ($ids: [ID!]!, $reason: String!) { result: refuseCorrections(ids: $ids, reason: $reason) {
      ... on CorrectionsDecided { corrections { status reason decidedBy } } ... on OfferRefused { problems { field } } } }`;
    const empty = await as('AGENT')(REFUSE, { ids: [id], reason: ' ' });
    expect(empty.data!.result.problems).toEqual([{ field: 'reason' }]);
    const { data } = await as('AGENT')(REFUSE, { ids: [id], reason: 'Fermé depuis' });
    expect(data!.result.corrections).toEqual([
      { status: 'REFUSED', reason: 'Fermé depuis', decidedBy: 'Pays de Foix – Haute Ariège' },
    ]);
    const again = await as('AGENT')(ACCEPT, { ids: [id] });
    expect(again.data!.result.corrections).toEqual([{ id, status: 'REFUSED' }]);
    const history = await as('VIEWER')(
      `{ commune(code: "${FOIX}") { fact(type: "W101") { count history { kind reason } } } }`,
    );
    expect(history.data!.commune.fact).toMatchObject({
      count: 2,
      history: expect.arrayContaining([{ kind: 'REFUSED', reason: 'Fermé depuis' }]),
    });
  });

  it('is not for contributors, nor about another territory’s', async () => {
    const id = await pending(3);
    const { errors } = await as('CONTRIBUTOR')(ACCEPT, { ids: [id] });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { data } = await as('AGENT', story.couserans.id)(ACCEPT, { ids: [id] });
    expect(data!.result.corrections).toEqual([]);
    expect((await queue({ status: 'PENDING' })).nodes.map((node: { id: string }) => node.id)).toContain(id);
  });
});

describe('the database', () => {
  const TABLES = ['correction', 'fact_event', 'verification_campaign', 'campaign_invitation', 'saved_view'];

  it('shows visitors neither corrections nor campaigns, and members of a neighbour nothing', async () => {
    const database = await openDatabase(DATABASE, story.database);
    const count = async (role: 'PUBLIC' | 'VIEWER' | 'AGENT', territoryId: string, table: string) => {
      const [row] = await database.read<{ n: number }>(
        { territoryId, role, userId: null },
        { text: `select count(*)::int as n from ${table} where territory_id = $1`, values: [story.pfha.id] },
      );
      return row!.n;
    };
    for (const table of TABLES) {
      expect(await count('PUBLIC', story.pfha.id, table), table).toBe(0);
      expect(await count('AGENT', story.couserans.id, table), table).toBe(0);
    }
    expect(await count('VIEWER', story.pfha.id, 'correction'), 'negative control').toBeGreaterThan(0);
    await database.close();
  });

  it('lets a visitor send a pending report of their own, and nothing else', async () => {
    const database = await openDatabase(DATABASE, story.database);
    const scope = { territoryId: story.pfha.id, role: 'PUBLIC', userId: null } as const;
    const send = (status: string, origin: string, territoryId = story.pfha.id) =>
      database.write(scope, (connection) =>
        connection.query(
          `insert into correction (id, territory_id, commune_code, origin, status, note, decided_at)
           values (gen_random_uuid(), $1, $2, $3, $4, 'a', case when $4 = 'PENDING' then null else now() end)`
            .replaceAll('$3,', '$3::correction_origin,')
            .replace('$4, ', '$4::text::correction_status, ')
            .replace("$4 = 'PENDING'", "$4::text = 'PENDING'"),
          [territoryId, FOIX, origin, status],
        ),
      );
    await send('PENDING', 'PUBLIC');
    await expect(send('ACCEPTED', 'PUBLIC')).rejects.toThrow('row-level security');
    await expect(send('PENDING', 'MEMBER')).rejects.toThrow('row-level security');
    await expect(send('PENDING', 'PUBLIC', story.couserans.id)).rejects.toThrow('row-level security');
    for (const text of [
      "update correction set status = 'REFUSED', reason = 'x', decided_at = now()",
      'delete from correction',
    ]) {
      const { rowCount } = await database.write(scope, (connection) => connection.query(text));
      expect(rowCount, text).toBe(0);
    }
    await database.close();
  });
});

describe('saved views', () => {
  const SAVE = `mutation ($input: SaveViewInput!) { result: saveView(input: $input) {
    ... on ViewSaved { view { id name search } } ... on OfferRefused { problems { field } } } }`;

  it('are one member’s own, replaced by name, and forgotten', async () => {
    const viewer = viewerAs('VIEWER');
    const mine = story.subgraph.client({ territoryId: story.pfha.id, viewer });
    const save = (search: string, name = 'Mes conflits') =>
      mine(SAVE, { input: { list: '/espace/offre/faits', name, search } });
    await save('?conflit=1');
    const { data } = await save('?conflit=2');
    const list = '{ savedViews(list: "/espace/offre/faits") { id search } }';
    expect((await mine(list)).data!.savedViews).toEqual([{ id: data!.result.view.id, search: '?conflit=2' }]);
    expect((await as('AGENT')(list)).data!.savedViews).toEqual([]);
    expect((await save('', '  ')).data!.result.problems).toEqual([{ field: 'name' }]);
    const remove = `mutation { removeView(id: "${data!.result.view.id}") }`;
    expect((await as('AGENT')(remove)).data).toEqual({ removeView: false });
    expect((await mine(remove)).data).toEqual({ removeView: true });
    expect((await as(null)(list)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
