import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, registerUntilAnswered, standingOf } from '../src/registrations.js';
import type { SignedClient } from '../src/subgraph/signed-client.js';
import { startService } from './service-process.js';

const territoryId = randomUUID();
const HOUSEHOLDS = 500;
const SEATS = 20;
/** `SEAT_RUNS=20` repeats each of them so many times in a row. */
const RUNS = Array.from({ length: Number(process.env['SEAT_RUNS'] ?? 1) }, (_, index) => index + 1);

let database: TestDatabase;
let textVersion: string;
type Replica = Awaited<ReturnType<typeof startService>>;
const replicas: Replica[] = [];
const clients = () => replicas.map((replica) => replica.client({ territoryId }));

async function startReplica(): Promise<Replica> {
  const replica = await startService('accompaniment', database);
  await replica.ready();
  return replica;
}

beforeAll(async () => {
  database = await createTestDatabase('accompaniment');
  replicas.push(await startReplica(), await startReplica());
  const { data } = await (clients()[0] as SignedClient)('{ registrationConsent { version } }');
  textVersion = data?.['registrationConsent'].version;
});
afterAll(() => Promise.all(replicas.map((replica) => replica.stop())));

/** Everybody's form at once. */
const crowd = (sessionId: string, to: readonly SignedClient[]) =>
  Promise.all(
    Array.from({ length: HOUSEHOLDS }, (_, index) =>
      registerUntilAnswered(to, sessionId, index, textVersion),
    ),
  );

async function expectFairAndWhole(sessionId: string): Promise<void> {
  const { registrations, positions, letters, addresses, taken, waiting } = await standingOf(
    database.superuserUrl,
    sessionId,
  );
  expect(registrations).toHaveLength(HOUSEHOLDS);
  expect(new Set(registrations.map(({ email }) => email)).size).toBe(HOUSEHOLDS);
  const statuses = registrations.map(({ status }) => status);
  expect(statuses.slice(0, SEATS)).toEqual(Array(SEATS).fill('CONFIRMED'));
  expect(statuses.slice(SEATS)).toEqual(Array(HOUSEHOLDS - SEATS).fill('WAITLISTED'));
  expect(positions.map(({ position }) => position)).toEqual(
    Array.from({ length: HOUSEHOLDS - SEATS }, (_, index) => index + 1),
  );
  expect({ letters, addresses }).toEqual({ letters: HOUSEHOLDS, addresses: HOUSEHOLDS });
  expect({ taken, waiting }).toEqual({ taken: SEATS, waiting: HOUSEHOLDS - SEATS });
}

describe.each(RUNS)(
  '500 households at once, for 20 seats, run %i',
  () => {
    it('are confirmed up to the last seat, and wait in order, over one replica', async () => {
      const session = await openSession(database.superuserUrl, territoryId, SEATS);
      const answers = await crowd(session, clients().slice(0, 1));
      expect(answers.filter((kind) => kind === 'RegistrationConfirmed')).toHaveLength(SEATS);
      await expectFairAndWhole(session);
    });

    it('and so they are over two replicas', async () => {
      const session = await openSession(database.superuserUrl, territoryId, SEATS);
      await crowd(session, clients());
      await expectFairAndWhole(session);
    });

    it('and so they are when one of the two is killed half-way: nobody is lost, nobody is there twice', async () => {
      const session = await openSession(database.superuserUrl, territoryId, SEATS);
      const answered = crowd(session, clients());
      await expect
        .poll(async () => (await standingOf(database.superuserUrl, session)).registrations.length, {
          timeout: 60_000,
        })
        .toBeGreaterThan(HOUSEHOLDS / 10);
      await replicas[1]?.kill();
      await answered;
      await expectFairAndWhole(session);
      replicas[1] = await startReplica();
    });
  },
  120_000,
);

describe('without the lock', () => {
  it('the same steps sell seats twice: the race is real', async () => {
    const households = SEATS + 1;
    const pool = new pg.Pool({ connectionString: database.superuserUrl, max: households });
    await pool.query('create table unguarded_session (id int primary key, capacity int, taken int)');
    await pool.query('create table unguarded_registration (id bigserial, confirmed boolean)');
    await pool.query('insert into unguarded_session values (1, $1, 0)', [SEATS]);
    // The worst moment, every time: all have looked before the first writes.
    const looked = Promise.withResolvers<void>();
    let looking = 0;
    const register = async () => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query(
          'select capacity - taken as left from unguarded_session where id = 1',
        );
        looking += 1;
        if (looking === households) looked.resolve();
        await looked.promise;
        const confirmed = rows[0].left >= 1;
        await client.query('insert into unguarded_registration (confirmed) values ($1)', [confirmed]);
        if (confirmed) await client.query('update unguarded_session set taken = taken + 1 where id = 1');
        await client.query('commit');
      } finally {
        client.release();
      }
    };
    await Promise.all(Array.from({ length: households }, register));
    const { rows } = await pool.query(
      'select count(*)::int as confirmed from unguarded_registration where confirmed',
    );
    await pool.query('drop table unguarded_session, unguarded_registration');
    await pool.end();
    expect(rows[0].confirmed).toBeGreaterThan(SEATS);
  });
});
