import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccompanimentWorld } from './support/accompaniment-world.js';
import { worldAmongNeighbours } from './support/figures-gateway.js';
import { EVIDENCE } from './support/installation-desk.js';
import { welcomeDesk } from './support/welcome-desk.js';

let world: AccompanimentWorld;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ world, close } = await worldAmongNeighbours());
});
afterAll(() => close());

const PLAN = { horizon: 'SHORT_TERM' };

async function desk() {
  const welcome = await welcomeDesk(world);
  const ask = async (query: string) => {
    const { data, errors } = await welcome.agent(query);
    if (errors) throw new Error(errors[0]?.message);
    return data as Record<string, unknown>;
  };
  return {
    ...welcome,
    ask,
    names: async (given: string) =>
      (
        (await ask(`{ installationRecords${given} { nodes { householdName } } }`))['installationRecords'] as {
          nodes: { householdName: string }[];
        }
      ).nodes.map(({ householdName }) => householdName),
    late: (caseId: string) =>
      world.write(
        welcome.territoryId,
        `update installation_step set due_on = '2026-01-05' where installation_id = $1 and key = 'first'`,
        [caseId],
      ),
  };
}

describe('the cases of a territory', () => {
  it('come with the most urgent first, narrowed and searched', async () => {
    const { planned, names, late, abandon } = await desk();
    await planned(PLAN, { name: 'Soon' });
    const overdue = await planned({ ...PLAN, leadId: 'anna', leadName: 'Anna' }, { name: 'Late' });
    const lost = await planned({ horizon: 'LONG_TERM' }, { name: 'Zoé' });
    await late(overdue.id);
    await abandon(lost.id, lost.version, { reason: 'WORK', note: 'Poste perdu' });
    expect(await names('')).toEqual(['Late', 'Soon', 'Zoé']);
    expect(await names('(filter: { overdue: true })')).toEqual(['Late']);
    expect(await names('(filter: { member: "anna" })')).toEqual(['Late']);
    expect(await names('(filter: { statuses: [ABANDONED] })')).toEqual(['Zoé']);
    expect(await names('(filter: { horizons: [LONG_TERM] })')).toEqual(['Zoé']);
    expect(await names('(search: "zoe")')).toEqual(['Zoé']);
    expect(await names('(search: "anna")')).toEqual(['Late']);
    expect(await names('(orderBy: NAME_DESC)')).toEqual(['Zoé', 'Soon', 'Late']);
  });

  it('are read page by page, each once', async () => {
    const { planned, ask } = await desk();
    for (const name of ['A', 'B', 'C']) await planned(PLAN, { name });
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { nodes, pageInfo } = (
        await ask(
          `{ installationRecords(first: 1, orderBy: URGENCY${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        )
      )['installationRecords'] as unknown as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(new Set(seen).size).toBe(3);
    await expect(ask('{ installationRecords(after: "nonsense") { totalCount } }')).rejects.toThrow('curseur');
  });

  it('stand on a board where their next step is', async () => {
    const { planned, settle, steps, declare, skip, ask } = await desk();
    const moved = await planned(PLAN, { name: 'En route' });
    await settle((await steps(moved.id))['first']!);
    const settled = await planned(PLAN, { name: 'Arrivés' });
    for (const step of Object.values(await steps(settled.id))) {
      const now = (await steps(settled.id))[step.title]!;
      await skip(now, 'Sans objet');
    }
    await declare(settled.id, settled.version, EVIDENCE);
    const board = (await ask('{ installationBoard { place count records { householdName } } }'))[
      'installationBoard'
    ] as unknown as { place: string; records: { householdName: string }[] }[];
    const at = (place: string) =>
      board.find((column) => column.place === place)?.records.map(({ householdName }) => householdName);
    expect([at('DECISION'), at('PREPARATION'), at('SETTLED')]).toEqual([[], ['En route'], ['Arrivés']]);
  });

  it('are days of a calendar: steps, arrivals, follow-ups', async () => {
    const { planned, declare, ask } = await desk();
    await planned({ ...PLAN, expectedOn: '2030-06-14' }, { name: 'Juin' });
    const settled = await planned(PLAN, { name: 'Arrivés' });
    await declare(settled.id, settled.version, EVIDENCE);
    const of = async (month: string) =>
      (await ask(`{ installationCalendar(month: "${month}") { kind day title householdName settled } }`))[
        'installationCalendar'
      ];
    expect(await of('2030-06')).toEqual([
      { kind: 'STEP', day: '2030-06-06', title: 'moving', householdName: 'Juin', settled: false },
      { kind: 'ARRIVAL', day: '2030-06-14', title: null, householdName: 'Juin', settled: false },
    ]);
    expect(await of('2027-03')).toContainEqual({
      ...{ kind: 'FOLLOW_UP', day: '2027-03-01', title: null, householdName: 'Arrivés', settled: false },
    });
    await expect(of('2030-13')).rejects.toThrow('2026-11');
  });
});

describe('a household that has settled', () => {
  it('is noted as it says it is, once, and corrected on purpose', async () => {
    const { planned, declare, agent, record } = await desk();
    const { id, version, prospectId } = await planned(PLAN);
    await declare(id, version, EVIDENCE);
    const read = await agent(`{ installationRecord(id: "${id}") { followUps { id months dueOn due } } }`);
    const first = read.data?.['installationRecord'].followUps[0];
    expect(first).toMatchObject({ months: 6, dueOn: '2027-03-01', due: false });
    const answer = async (input: object) =>
      (
        await agent(
          `mutation ($id: ID!, $input: FollowUpInput!) { answerFollowUp(id: $id, input: $input) { __typename
            ... on FollowUpSaved { followUp { stillHere jobs rating words } } ... on FollowUpRefused { problems { field } } } }`,
          { id: first.id, input },
        )
      ).data?.['answerFollowUp'];
    const wrong = await answer({ jobs: -1, rating: 6 });
    expect(wrong.problems.map(({ field }: { field: string }) => field)).toEqual([
      'stillHere',
      'jobs',
      'rating',
    ]);
    const said = { stillHere: true, jobs: 2, rating: 4, words: 'La fibre tient' };
    expect((await answer(said)).followUp).toEqual(said);
    expect((await answer(said)).problems).toEqual([{ field: 'correcting' }]);
    expect((await answer({ stillHere: false, correcting: true })).followUp.stillHere).toBe(false);
    expect((await record(prospectId)).events[0].kind).toBe('FOLLOWED_UP');
  });
});
