import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { fields } from './support/installation-desk.js';
import { welcomeDesk } from './support/welcome-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const LED = { horizon: 'SHORT_TERM', leadId: 'anna', leadName: 'Anna' };
const AWAY = {
  ...{ memberId: 'anna', memberName: 'Anna', standInId: 'bob', standInName: 'Bob' },
  ...{ firstDay: day(0), lastDay: day(12) },
};

async function desk() {
  const welcome = await welcomeDesk(world);
  const { agent } = welcome;
  return {
    ...welcome,
    away: async (input: object = AWAY) => {
      const { data } = await agent(
        `mutation ($input: AbsenceInput!) { setAbsence(input: $input) { __typename
          ... on AbsenceSaved { moved absence { id steps } } ... on AbsenceRefused { problems { field } } } }`,
        { input },
      );
      return data?.['setAbsence'];
    },
    back: async (id: string) =>
      (await agent('mutation ($id: ID!) { removeAbsence(id: $id) }', { id })).data?.['removeAbsence'],
  };
}

describe('a member who is away', () => {
  it('has the steps of these days done by who stands in, the later ones not', async () => {
    const { planned, steps, away } = await desk();
    const { id } = await planned(LED);
    expect(await away()).toMatchObject({ moved: 1, absence: { steps: 1 } });
    const { first, second } = await steps(id);
    expect(first).toMatchObject({ assigneeId: 'bob', standsInFor: 'anna' });
    expect(second).toMatchObject({ assigneeId: 'anna', standsInFor: null });
  });

  it('gets back what is still to do when the absence is taken back', async () => {
    const { planned, steps, away, back, settle, record } = await desk();
    const [kept, done] = [await planned(LED), await planned(LED)];
    const { absence } = await away();
    await settle((await steps(done.id))['first']!);
    expect(await back(absence.id)).toBe(true);
    expect(await back(absence.id)).toBe(false);
    expect((await steps(kept.id))['first']).toMatchObject({
      ...{ assigneeId: 'anna', assigneeName: 'Anna', standsInFor: null },
    });
    expect((await steps(done.id))['first']).toMatchObject({ assigneeId: 'bob', status: 'DONE' });
    const [event] = (await record(kept.prospectId)).events;
    expect(event.kind).toBe('STEP_REASSIGNED');
    expect(event.details).toContainEqual({ name: 'because', value: 'ABSENCE' });
  });

  it('gets back what is still to do once the days are over', async () => {
    const { planned, steps, away, change, territoryId } = await desk();
    const { id, version } = await planned(LED);
    const { absence } = await away();
    await world.write(territoryId, 'update absence set first_day = $2, last_day = $3 where id = $1', [
      ...[absence.id, day(-9), day(-1)],
    ]);
    await change(id, version, { ...LED, expectedOn: day(90) });
    expect((await steps(id))['first']).toMatchObject({ assigneeId: 'anna', standsInFor: null });
  });

  it('hands on steps of cases that begin meanwhile', async () => {
    const { planned, steps, away } = await desk();
    await away();
    expect((await steps((await planned(LED)).id))['first']).toMatchObject({ assigneeId: 'bob' });
  });

  it('is replaced by somebody else who is there, on days that can be', async () => {
    const { away } = await desk();
    expect(fields(await away({ ...AWAY, standInId: 'anna' }))).toEqual(['standInId']);
    expect(fields(await away({ ...AWAY, firstDay: null, lastDay: null }))).toEqual(['firstDay', 'lastDay']);
    expect(fields(await away({ ...AWAY, lastDay: day(-3) }))).toEqual(['lastDay']);
    await away();
    expect(fields(await away())).toEqual(['firstDay']);
    const ofBob = { memberId: 'bob', memberName: 'Bob', standInId: 'zoe', standInName: 'Zoé' };
    expect(fields(await away({ ...AWAY, ...ofBob }))).toEqual(['memberId']);
    const byAnna = { memberId: 'zoe', memberName: 'Zoé', standInId: 'anna', standInName: 'Anna' };
    expect(fields(await away({ ...AWAY, ...byAnna }))).toEqual(['standInId']);
  });
});
