import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import {
  expected,
  type Household,
  hoursFromNow,
  mark,
  statusOf,
  timelineOf,
  trailOf,
} from './support/day-world.js';

const territoryId = randomUUID();
const agent = viewerAs('AGENT');
let world: AccompanimentWorld;
let session: string;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  session = await world.session(territoryId, { startsAt: hoursFromNow(-3), capacity: 200 });
});
afterAll(() => world.close());

type As = Parameters<typeof world.subgraph.client>[0];
const client = (as: As = {}) => world.subgraph.client({ territoryId, viewer: agent, ...as });
const send = async (marks: object[], as: As = {}, sentAt?: string) => {
  const { data, errors } = await client(as)(
    'mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { key state message } }',
    { input: { marks, sentAt } },
  );

  return errors
    ? errors[0]?.extensions.code
    : data?.markAttendance.map((each: { state: string }) => each.state);
};
const people = async (registrationId: string): Promise<(boolean | null)[]> => {
  const { data } = await client()(
    'query ($id: ID!) { sessionRoster(sessionId: $id) { households { registrationId people { attended } } } }',
    { id: session },
  );
  const household = data?.sessionRoster.households.find(
    (each: { registrationId: string }) => each.registrationId === registrationId,
  );
  return household.people.map(({ attended }: { attended: boolean | null }) => attended);
};

describe('marks of who came', () => {
  it('make a household attended as soon as one of its people did, and say so to those who follow it', async () => {
    const { id, prospectId } = await expected(world, territoryId, session, { children: [2015] });
    expect(await send([mark(id, 0, true, hoursFromNow(-2)), mark(id, 1, false, hoursFromNow(-2))])).toEqual([
      'MARKED',
      'MARKED',
    ]);
    expect([await statusOf(world, id), await people(id)]).toEqual(['ATTENDED', [true, false, null]]);
    expect(await trailOf(world, id)).toEqual(['ATTENDED']);
    expect(await timelineOf(world, prospectId)).toEqual(['ATTENDED', 'MOVED']);
    const { rows } = await world.superuser.query(
      'select last_contact_at, stage from prospect where id = $1',
      [prospectId],
    );
    expect(rows[0].stage).toBe('IN_SESSION');
    expect(Date.now() - rows[0].last_contact_at.getTime()).toBeLessThan(3 * 3_600_000);
  });

  it('count once however often they are sent', async () => {
    const { id } = await expected(world, territoryId, session);
    const sent = mark(id, 0, true, hoursFromNow(-1));
    await send([sent]);
    expect([await send([sent]), await send([sent, sent])]).toEqual([['MARKED'], ['MARKED', 'MARKED']]);
    expect(await trailOf(world, id)).toEqual(['ATTENDED']);
  });

  it('of two phones: the later one holds, whichever arrives first', async () => {
    const { id } = await expected(world, territoryId, session, { adults: 1 });
    const [present, absent] = [mark(id, 0, true, hoursFromNow(-2)), mark(id, 0, false, hoursFromNow(-1))];
    expect(await send([absent])).toEqual(['MARKED']);
    expect(await send([present])).toEqual(['SUPERSEDED']);
    expect([await people(id), await statusOf(world, id)]).toEqual([[false], 'NO_SHOW']);
    expect(await send([mark(id, 0, true, hoursFromNow(-0.5))])).toEqual(['MARKED']);
    expect(await statusOf(world, id)).toBe('ATTENDED');
    expect(await trailOf(world, id)).toEqual(['NO_SHOW', 'ATTENDED']);
  });

  it('of a phone whose clock is two hours ahead do not win over those made later by another', async () => {
    const { id } = await expected(world, territoryId, session, { adults: 1 });
    await send([mark(id, 0, false, hoursFromNow(-0.5))]);
    expect(await send([mark(id, 0, true, hoursFromNow(1))], {}, hoursFromNow(2))).toEqual(['SUPERSEDED']);
    expect(await statusOf(world, id)).toBe('NO_SHOW');
  });

  it('are refused for who has no seat, for strangers to the household, and before the day', async () => {
    const waiting = await expected(world, territoryId, session, { status: 'WAITLISTED' });
    const cancelled = await expected(world, territoryId, session, { status: 'CANCELLED' });
    const couple = await expected(world, territoryId, session);
    const later = await expected(world, territoryId, await world.session(territoryId));
    const at = hoursFromNow(-1);
    const marks = [
      mark(waiting.id, 0, true, at),
      mark(cancelled.id, 0, true, at),
      mark(couple.id, 2, true, at),
      mark(later.id, 0, true, at),
      mark(randomUUID(), 0, true, at),
      mark(couple.id, 0, true, at),
    ];
    expect(await send(marks)).toEqual([...Array(5).fill('REFUSED'), 'MARKED']);
    expect(await statusOf(world, waiting.id)).toBe('WAITLISTED');
  });

  it('sent by two phones at the same time do not get into each other’s way', async () => {
    const households: Household[] = [];
    for (let nth = 0; nth < 8; nth += 1) households.push(await expected(world, territoryId, session));
    const ofAll = (at: string) =>
      households.flatMap(({ id }) => [mark(id, 0, true, at), mark(id, 1, true, at)]);
    const [one, other] = [ofAll(hoursFromNow(-2)), ofAll(hoursFromNow(-1)).reverse()];
    const answers = await Promise.all([send(one), send(other), send(one)]);
    expect(answers.flat().filter((state) => state === 'REFUSED')).toEqual([]);
    for (const { id } of households) {
      expect([await statusOf(world, id), await people(id)]).toEqual(['ATTENDED', [true, true]]);
      expect((await trailOf(world, id)).filter((kind) => kind === 'ATTENDED')).toHaveLength(1);
    }
  });
});

describe('the roster and its marks', () => {
  const roster = 'query ($id: ID!) { sessionRoster(sessionId: $id) { households { contactName } } }';

  it.each([
    ['VIEWER', 'FORBIDDEN'],
    ['CONTRIBUTOR', 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const)('are not for %s', async (role, code) => {
    const { id } = await expected(world, territoryId, session);
    const viewer = role && viewerAs(role);
    const { data, errors } = await client({ viewer })(roster, { id: session });
    expect([data?.sessionRoster ?? null, errors?.[0]?.extensions.code]).toEqual([null, code]);
    expect(await send([mark(id, 0, true, hoursFromNow(-1))], { viewer })).toBe(code);
    expect(await statusOf(world, id)).toBe('CONFIRMED');
  });

  it('are not for agents of another territory', async () => {
    const { id } = await expected(world, territoryId, session);
    const neighbour = { territoryId: randomUUID() };
    expect((await client(neighbour)(roster, { id: session })).data?.sessionRoster).toBeNull();
    expect(await send([mark(id, 0, true, hoursFromNow(-1))], neighbour)).toEqual(['REFUSED']);
    expect(await statusOf(world, id)).toBe('CONFIRMED');
  });
});
