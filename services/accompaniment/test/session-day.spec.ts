import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { expected, hoursFromNow, links, mark, statusOf, timelineOf, trailOf } from './support/day-world.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const client = () => world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') });
const begun = () => world.session(territoryId, { startsAt: hoursFromNow(-3) });
const checkIn = async (token: string, operation: 'query' | 'mutation' = 'mutation') => {
  const field = operation === 'query' ? 'checkInHousehold' : 'checkIn';
  const { data } = await client()(
    `${operation} ($token: String!) { ${field}(token: $token) { __typename
      ... on CheckInRefused { reason message }
      ... on CheckInHousehold { household { contactName people { attended } } } } }`,
    { token },
  );
  return data?.[field];
};
const close = async (sessionId: string, absentHouseholds: number) => {
  const { data } = await client()(
    `mutation ($sessionId: ID!, $absentHouseholds: Int!) {
      closeSessionDay(sessionId: $sessionId, absentHouseholds: $absentHouseholds) { __typename
        ... on SessionDayClosed { absentHouseholds } ... on SessionDayRefused { absentHouseholds message } } }`,
    { sessionId, absentHouseholds },
  );
  return data?.closeSessionDay;
};
const send = (marks: object[]) =>
  client()('mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { state } }', {
    input: { marks },
  });

describe('a check-in code', () => {
  it('marks the whole household present, once, but for whom somebody marked absent', async () => {
    const { id, token } = await expected(world, territoryId, await begun(), { children: [2012] });
    await send([mark(id, 2, false, hoursFromNow(-1))]);
    const answer = { __typename: 'CheckInHousehold', household: { contactName: 'Sam Dubois' } };
    const here = [true, true, false].map((attended) => ({ attended }));
    expect(await checkIn(token)).toMatchObject({ ...answer, household: { people: here } });
    expect(await checkIn(token)).toMatchObject(answer);
    expect([await statusOf(world, id), await trailOf(world, id)]).toEqual([
      'ATTENDED',
      ['CHECKED_IN', 'ATTENDED'],
    ]);
  });

  it('only shows who it is while it is looked at', async () => {
    const { id, token } = await expected(world, territoryId, await begun());
    expect(await checkIn(token, 'query')).toMatchObject({ household: { contactName: 'Sam Dubois' } });
    expect(await statusOf(world, id)).toBe('CONFIRMED');
  });

  it('that lets nobody in says why', async () => {
    const session = await begun();
    const tokenOf = async (status: string, of = session) =>
      (await expected(world, territoryId, of, { status })).token;
    const cancelled = await world.session(territoryId, { startsAt: hoursFromNow(-3), status: 'CANCELLED' });
    const reasons = [
      await tokenOf('WAITLISTED'),
      await tokenOf('OFFERED'),
      await tokenOf('CANCELLED'),
      await tokenOf('CONFIRMED', await world.session(territoryId)),
      await tokenOf('CONFIRMED', cancelled),
      links.tokenOf('CHECK_IN', randomUUID()),
      links.tokenOf('REGISTRATION', (await expected(world, territoryId, session)).id),
    ].map(async (token) => (await checkIn(token)).reason);
    expect(await Promise.all(reasons)).toEqual([
      'WAITING',
      'WAITING',
      'CANCELLED',
      'TOO_EARLY',
      'SESSION_CANCELLED',
      'UNKNOWN',
      'UNKNOWN',
    ]);
  });
});

describe('closing the day', () => {
  it('marks those absent whom nobody marked, when their number is the one that was confirmed', async () => {
    const session = await begun();
    const came = await expected(world, territoryId, session);
    const stayed = await expected(world, territoryId, session, { children: [2019] });
    const waiting = await expected(world, territoryId, session, { status: 'WAITLISTED' });
    await send([mark(came.id, 0, true, hoursFromNow(-1))]);
    expect(await close(session, 2)).toMatchObject({ __typename: 'SessionDayRefused', absentHouseholds: 1 });
    expect(await statusOf(world, stayed.id)).toBe('CONFIRMED');
    expect(await close(session, 1)).toEqual({ __typename: 'SessionDayClosed', absentHouseholds: 1 });
    const statuses: string[] = [];
    for (const { id } of [came, stayed, waiting]) statuses.push(await statusOf(world, id));
    expect(statuses).toEqual(['ATTENDED', 'NO_SHOW', 'WAITLISTED']);
    expect(await timelineOf(world, stayed.prospectId)).toEqual(['NO_SHOW']);
  });

  it('gives way to a mark that a phone still held, and to a correction; the trail keeps all of it', async () => {
    const session = await begun();
    const { id } = await expected(world, territoryId, session, { adults: 1 });
    await close(session, 1);
    await send([mark(id, 0, true, hoursFromNow(-2.5))]);
    expect(await statusOf(world, id)).toBe('ATTENDED');
    await send([mark(id, 0, false, hoursFromNow(-0.1))]);
    expect([await statusOf(world, id), await trailOf(world, id)]).toEqual([
      'NO_SHOW',
      ['NO_SHOW', 'ATTENDED', 'NO_SHOW'],
    ]);
  });

  it('waits until the session has started', async () => {
    const session = await world.session(territoryId, { startsAt: hoursFromNow(2) });
    const { id } = await expected(world, territoryId, session);
    expect((await close(session, 1)).__typename).toBe('SessionDayRefused');
    expect(await statusOf(world, id)).toBe('CONFIRMED');
  });
});
