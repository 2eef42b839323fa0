import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const territoryId = randomUUID();
const elsewhere = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const agent = viewerAs('AGENT');
const change = (sessionId: string, capacity: number, as: Parameters<typeof world.subgraph.client>[0] = {}) =>
  world.subgraph.client({ territoryId, viewer: agent, ...as })(
    `mutation ($sessionId: ID!, $capacity: Int!) { changeSessionCapacity(sessionId: $sessionId, capacity: $capacity) {
      __typename ... on SessionCapacityChanged { session { id capacity seatsLeft } } ... on SessionCapacityRefused { message } } }`,
    { sessionId, capacity },
  );

describe('the capacity of a session', () => {
  it.each(['AGENT', 'ADMINISTRATOR', 'OPERATOR'] as const)('is changed by %s', async (role) => {
    const session = await world.session(territoryId, { capacity: 20 });
    await world.registration(territoryId, session, 'CONFIRMED', { adults: 2 });
    const { data, errors } = await change(session, 30, { viewer: viewerAs(role) });
    expect(errors).toBeUndefined();
    expect(data?.changeSessionCapacity).toEqual({
      __typename: 'SessionCapacityChanged',
      session: { id: session, capacity: 30, seatsLeft: 28 },
    });
  });

  it.each([
    ['VIEWER', 'FORBIDDEN'],
    ['CONTRIBUTOR', 'FORBIDDEN'],
    ['PUBLIC', 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const)('is not changed by %s', async (role, code) => {
    const session = await world.session(territoryId, { capacity: 20 });
    const { data, errors } = await change(session, 30, { viewer: role && viewerAs(role) });
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, code]);
    const { rows } = await world.superuser.query('select capacity from discovery_session where id = $1', [
      session,
    ]);
    expect(rows).toEqual([{ capacity: 20 }]);
  });

  it('does not go below what is taken, and the refusal is said in the language of the reader', async () => {
    const session = await world.session(territoryId, { capacity: 20 });
    await world.registration(territoryId, session, 'CONFIRMED', { adults: 2, children: [2014] });
    expect((await change(session, 2)).data?.changeSessionCapacity).toEqual({
      __typename: 'SessionCapacityRefused',
      message: '3 places sont déjà prises : la capacité ne peut pas être inférieure.',
    });
    expect((await change(session, 2, { locale: 'en' })).data?.changeSessionCapacity.message).toMatch(
      /^3 seats/,
    );
    expect((await change(session, 3)).data?.changeSessionCapacity.__typename).toBe('SessionCapacityChanged');
  });

  it.each([0, -1, 501])('is not %i', async (capacity) => {
    const { errors } = await change(await world.session(territoryId), capacity);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'capacity' });
  });

  it('is that of a session of the territory alone', async () => {
    const foreign = await world.session(elsewhere, { capacity: 20 });
    for (const id of [foreign, randomUUID(), 'nonsense']) {
      expect((await change(id, 30)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const { rows } = await world.superuser.query('select capacity from discovery_session where id = $1', [
      foreign,
    ]);
    expect(rows).toEqual([{ capacity: 20 }]);
  });

  it('takes both of two changes that come together, one after the other', async () => {
    const session = await world.session(territoryId, { capacity: 20 });
    const answers = await Promise.all([change(session, 30), change(session, 40)]);
    expect(answers.map(({ data }) => data?.changeSessionCapacity.session?.capacity)).toEqual([30, 40]);
    const { rows } = await world.superuser.query('select capacity from discovery_session where id = $1', [
      session,
    ]);
    expect([30, 40]).toContain(rows[0].capacity);
  });

  it('waits for the household that is confirming, then counts it', async () => {
    const session = await world.session(territoryId, { capacity: 20 });
    const prospectId = await world.prospect(territoryId);
    const confirming = new pg.Client({ connectionString: world.database.superuserUrl });
    await confirming.connect();
    await confirming.query('begin');
    await confirming.query(`select set_config('app.territory_id', $1, true)`, [territoryId]);
    await confirming.query(
      `insert into registration (id, territory_id, session_id, prospect_id, status, adults, registered_at)
       values (gen_random_uuid(), $1, $2, $3, 'CONFIRMED', 5, now())`,
      [territoryId, session, prospectId],
    );
    const answer = change(session, 4);
    // Waiting for the lock shows in the server's own list of locks.
    await expect
      .poll(async () => (await world.superuser.query('select from pg_locks where not granted')).rowCount, {
        timeout: 10_000,
      })
      .toBeGreaterThan(0);
    await confirming.query('commit');
    await confirming.end();
    expect((await answer).data?.changeSessionCapacity).toMatchObject({
      __typename: 'SessionCapacityRefused',
    });
    expect(await world.counters(session)).toEqual({ seats: 5, waitlist: 0 });
  });

  it('holds in the database too, whoever writes it', async () => {
    const session = await world.session(territoryId, { capacity: 5 });
    await world.registration(territoryId, session, 'CONFIRMED', { adults: 5 });
    await expect(
      world.superuser.query('update discovery_session set capacity = 4 where id = $1', [session]),
    ).rejects.toThrow('discovery_session_seats_check');
  });
});
