import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { PLAN, SAVE } from './support/session-plan.js';

const territoryId = randomUUID();
const elsewhere = randomUUID();
let world: AccompanimentWorld;
let open: string;
let draft: string;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  open = await world.session(territoryId, {
    title: 'Été à la Vèze',
    startsAt: '2099-06-01T09:00:00.000001Z',
    capacity: 10,
  });
  draft = await world.session(territoryId, {
    title: 'Brouillon',
    status: 'DRAFT',
    startsAt: '2099-06-01T09:00:00.000002Z',
    partnerName: 'Mairie d’Auzat',
  });
  await world.session(territoryId, { title: 'Passée', status: 'CLOSED', startsAt: '2024-05-01T09:00:00Z' });
  await world.session(territoryId, { title: 'Annulée', status: 'CANCELLED' });
  await world.session(elsewhere, { title: 'Ailleurs' });
  const statuses = ['CONFIRMED', 'ATTENDED', 'OFFERED', 'WAITLISTED', 'WAITLISTED', 'CANCELLED'];
  for (const status of statuses) await world.registration(territoryId, open, status);
  await world.write(
    territoryId,
    `update registration set email = 'a@exemple.fr' where session_id = $1 and status = 'CONFIRMED'`,
    [open],
  );
});
afterAll(() => world.close());

const LIST = `query ($filter: SessionFilter, $orderBy: SessionOrder, $first: Int! = 20, $after: String) {
  sessionRecords(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount
    counts { drafts upcoming past cancelled } pageInfo { hasNextPage endCursor }
    nodes { id seatsTaken households { confirmed offered waiting cancelled reachable unreachable } session { title } } } }`;
type Role = Parameters<typeof viewerAs>[0];
const asked = (variables: Record<string, unknown> = {}, role: Role = 'AGENT') =>
  world.subgraph.client({ territoryId, viewer: viewerAs(role) })(LIST, variables);
const titles = async (variables: Record<string, unknown>) =>
  (await asked(variables)).data?.sessionRecords.nodes.map(
    ({ session }: { session: { title: string } }) => session.title,
  );

describe('the sessions that members plan', () => {
  it('are all there, drafts included, with the households of each', async () => {
    const { data } = await asked({ orderBy: 'TITLE_DESC' });
    expect(data?.sessionRecords).toMatchObject({
      totalCount: 4,
      counts: { drafts: 1, upcoming: 1, past: 1, cancelled: 1 },
    });
    expect(data?.sessionRecords.nodes[1]).toEqual({
      id: open,
      seatsTaken: 3,
      households: { confirmed: 2, offered: 1, waiting: 2, cancelled: 1, reachable: 1, unreachable: 3 },
      session: { title: 'Été à la Vèze' },
    });
  });

  it.each(['VIEWER', 'CONTRIBUTOR'] as const)('are read by %s without a household', async (role) => {
    const { data, errors } = await asked({}, role);
    expect(errors).toBeUndefined();
    expect(data?.sessionRecords.totalCount).toBe(4);
    const seen = data?.sessionRecords.nodes.find(({ id }: { id: string }) => id === open);
    expect([seen.seatsTaken, seen.households]).toEqual([3, null]);
  });

  it.each([
    [{ filter: { search: 'ete A LA veze' } }, ['Été à la Vèze']],
    [{ filter: { search: 'mairie d’auzat' } }, ['Brouillon']],
    [{ filter: { search: '%' } }, []],
    [{ filter: { statuses: ['DRAFT', 'CANCELLED'] }, orderBy: 'TITLE' }, ['Annulée', 'Brouillon']],
    [{ filter: { period: 'PAST' } }, ['Passée']],
    [{ filter: { waiting: true } }, ['Été à la Vèze']],
    [{ orderBy: 'STARTS', first: 1 }, ['Passée']],
    [{ orderBy: 'SEATS_LEFT', first: 1 }, ['Été à la Vèze']],
    [{ orderBy: 'WAITING_DESC', first: 1 }, ['Été à la Vèze']],
  ])('are found by %j', async (variables, expected) => {
    expect(await titles(variables)).toEqual(expected);
  });

  it('follow one another page by page, in every order', async () => {
    for (const orderBy of ['STARTS', 'STARTS_DESC', 'TITLE', 'SEATS_LEFT_DESC', 'WAITING', 'CHANGED_DESC']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await asked({ orderBy, first: 1, after });
        const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
          data?.sessionRecords;
        seen.push(...page.nodes.map(({ id }) => id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(new Set(seen).size, orderBy).toBe(4);
    }
  });
});

describe('planning', () => {
  const CHANGES: [string, string, Record<string, unknown>][] = [
    ['saveSession', SAVE, { input: PLAN }],
    ...['publishSession', 'closeSession', 'reopenSession'].map(
      (name): [string, string, Record<string, unknown>] => [
        name,
        `mutation ($id: ID!) { ${name}(id: $id) { __typename } }`,
        {},
      ],
    ),
    ['cancelSession', 'mutation ($id: ID!) { cancelSession(id: $id, reason: "Neige") { __typename } }', {}],
    ['deleteDraft', 'mutation ($id: ID!) { deleteDraft(id: $id) }', {}],
    [
      'duplicateSession',
      'mutation ($id: ID!) { duplicateSession(id: $id, startsAt: "2099-05-01T10:00") { __typename } }',
      {},
    ],
  ];

  it.each(CHANGES)('is for agents alone: %s', async (_name, document, variables) => {
    for (const [role, code] of [
      ['VIEWER', 'FORBIDDEN'],
      ['CONTRIBUTOR', 'FORBIDDEN'],
      ['PUBLIC', 'FORBIDDEN'],
      [null, 'UNAUTHENTICATED'],
    ] as const) {
      const viewer = role && viewerAs(role);
      const { errors } = await world.subgraph.client({ territoryId, viewer })(document, {
        id: draft,
        ...variables,
      });
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  });

  it.each(CHANGES.filter(([name]) => name !== 'deleteDraft'))(
    'finds no session of another territory: %s',
    async (_name, document, variables) => {
      const foreign = await world.session(elsewhere, { status: 'DRAFT' });
      const client = world.subgraph.client({ territoryId, viewer: viewerAs('ADMINISTRATOR') });
      for (const id of [foreign, randomUUID()]) {
        const { errors } = await client(document, {
          id,
          ...('input' in variables && { input: { ...PLAN, id, version: 'x' } }),
        });
        expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      }
    },
  );

  it('is not public: neither drafts nor records', async () => {
    const { errors } = await world.subgraph.client({ territoryId })(LIST);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const one = await world.subgraph.client({ territoryId: elsewhere, viewer: viewerAs('AGENT') })(
      'query ($id: ID!) { sessionRecord(id: $id) { id } }',
      { id: draft },
    );
    expect(one.data).toEqual({ sessionRecord: null });
  });
});
