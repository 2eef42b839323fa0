import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { startSubgraph } from '@ancrage/testing/subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../dist/app.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { openEventStream } from './support/event-stream.js';
import { householdForm, OWN_CHANGE, REGISTER } from './support/household.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const document = (id: string) =>
  `subscription { sessionSeats(sessionId: "${id}") { sessionId seatsLeft waitlistLength session { title hostCommune { code } } } }`;
const follow = (id: string, as: Parameters<typeof openEventStream>[2] = { territoryId }) =>
  openEventStream(world.subgraph, document(id), as);

/** The next result that says something new: the connection to the database announces itself once, with the same. */
async function nextChange(stream: { next(): Promise<{ data: { sessionSeats: object } }> }, former: object) {
  for (;;) {
    const { data } = await stream.next();
    if (JSON.stringify(data.sessionSeats) !== JSON.stringify(former)) return data.sessionSeats;
  }
}

describe('the seats of a session, live', () => {
  it('are told at once, then at each change, to visitors who see no registration', async () => {
    const session = await world.session(territoryId, { capacity: 10, title: 'Journée suivie' });
    const stream = await follow(session);
    const first = (await stream.next()).data.sessionSeats;
    expect(first).toEqual({
      sessionId: session,
      seatsLeft: 10,
      waitlistLength: 0,
      session: { title: 'Journée suivie', hostCommune: { code: '09030' } },
    });

    await world.registration(territoryId, session, 'CONFIRMED', { adults: 2, children: [2016] });
    const second = await nextChange(stream, first);
    expect(second).toMatchObject({ seatsLeft: 7, waitlistLength: 0 });

    // Larger than what is left, now and after: it goes on waiting.
    await world.registration(territoryId, session, 'WAITLISTED', { adults: 10 });
    const third = await nextChange(stream, second);
    expect(third).toMatchObject({ seatsLeft: 7, waitlistLength: 1 });

    await world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') })(
      `mutation { changeSessionCapacity(sessionId: "${session}", capacity: 12) { __typename } }`,
    );
    expect(await nextChange(stream, third)).toMatchObject({ seatsLeft: 9 });
    stream.close();
  });

  it('are not mixed with those of another session', async () => {
    const [followed, other] = [await world.session(territoryId), await world.session(territoryId)];
    const stream = await follow(followed);
    const first = (await stream.next()).data.sessionSeats;
    await world.registration(territoryId, other, 'CONFIRMED', { adults: 4 });
    await world.registration(territoryId, followed, 'CONFIRMED', { adults: 1 });
    expect(await nextChange(stream, first)).toMatchObject({ sessionId: followed, seatsLeft: 19 });
    stream.close();
  });

  it.each([
    ['of another territory', () => world.session(randomUUID())],
    ['that is a draft', () => world.session(territoryId, { status: 'DRAFT' })],
    ['that does not exist', async () => randomUUID()],
    ['whose id is none', async () => 'nonsense'],
  ])('are refused for a session %s', async (_what, sessionOf) => {
    const stream = await follow(await sessionOf());
    const { data, errors } = await stream.next();
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' }, message: "Cette session n'existe pas." },
    ]);
    expect(await stream.next()).toBeUndefined();
  });

  it('of a draft are told to the staff of the territory', async () => {
    const stream = await follow(await world.session(territoryId, { status: 'DRAFT' }), {
      territoryId,
      viewer: viewerAs('VIEWER'),
    });
    expect((await stream.next()).data.sessionSeats).toMatchObject({ seatsLeft: 20 });
    stream.close();
  });

  it('are told again when the connection to the database was lost meanwhile', async () => {
    const session = await world.session(territoryId);
    const stream = await follow(session);
    const first = (await stream.next()).data.sessionSeats;
    const { rowCount } = await world.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen %'`,
    );
    expect(rowCount).toBe(1);
    await world.registration(territoryId, session, 'CONFIRMED', { adults: 6 });
    expect(await nextChange(stream, first)).toMatchObject({ seatsLeft: 14 });
    stream.close();
  });

  it('stop being told when the session becomes a draft again', async () => {
    const session = await world.session(territoryId);
    const stream = await follow(session);
    await stream.next();
    await world.superuser.query(`update discovery_session set status = 'DRAFT' where id = $1`, [session]);
    let answer = await stream.next();
    while (!answer.errors) answer = await stream.next();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    stream.close();
  });
});

describe('the seats of a session, over two replicas', () => {
  it('are told to who follows one of them when the other sells or frees them', async () => {
    const session = await world.session(territoryId, { capacity: 3 });
    const settings = { linkSecret: LINK_SECRET, mail: null };
    const other = await startSubgraph(createApp, world.database, settings);
    const stream = await follow(session);
    const first = (await stream.next()).data.sessionSeats;
    const ask = other.client({ territoryId });
    const { data } = await ask(REGISTER, { input: householdForm(session, { adults: 2 }) });
    const second = await nextChange(stream, first);
    expect(second).toMatchObject({ seatsLeft: 1, waitlistLength: 0 });
    await ask(REGISTER, { input: householdForm(session, { adults: 2 }) });
    const third = await nextChange(stream, second);
    expect(third).toMatchObject({ seatsLeft: 1, waitlistLength: 1 });
    await ask(OWN_CHANGE.cancel, { token: data?.registerHousehold.token });
    // The seats that were freed are offered to who waits, in the same transaction.
    expect(await nextChange(stream, third)).toMatchObject({ seatsLeft: 1, waitlistLength: 0 });
    stream.close();
    await other.stop();
  });
});

describe('a subgraph that stops', () => {
  it('ends the streams that are open', async () => {
    const own = await AccompanimentWorld.create();
    const session = await own.session(territoryId);
    const stream = await openEventStream(own.subgraph, document(session), { territoryId });
    await stream.next();
    await own.close();
    let last = await stream.next();
    while (last !== undefined) last = await stream.next();
    expect(last).toBeUndefined();
  });
});
