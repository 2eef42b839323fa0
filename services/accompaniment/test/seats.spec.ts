import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

describe('the counters of a session', () => {
  it.each([
    ['PENDING', 0, 0],
    ['CONFIRMED', 3, 0],
    ['OFFERED', 3, 0],
    ['ATTENDED', 3, 0],
    ['NO_SHOW', 3, 0],
    ['WAITLISTED', 0, 1],
    ['CANCELLED', 0, 0],
  ])('follow a household of three that is %s', async (status, seats, waitlist) => {
    const session = await world.session(territoryId);
    await world.registration(territoryId, session, status, { adults: 2, children: [2015] });
    expect(await world.counters(session)).toEqual({ seats, waitlist });
  });

  it('follow a household that changes, moves and goes', async () => {
    const [session, other] = [await world.session(territoryId), await world.session(territoryId)];
    const id = await world.registration(territoryId, session, 'WAITLISTED', { adults: 2 });
    const change = (assignment: string) =>
      world.write(territoryId, `update registration set ${assignment} where id = $1`, [id]);
    await change(`status = 'CONFIRMED'`);
    expect(await world.counters(session)).toEqual({ seats: 2, waitlist: 0 });
    await change(`children_birth_years = '{2020}'`);
    expect(await world.counters(session)).toEqual({ seats: 3, waitlist: 0 });
    await change(`session_id = '${other}'`);
    expect([await world.counters(session), await world.counters(other)]).toEqual([
      { seats: 0, waitlist: 0 },
      { seats: 3, waitlist: 0 },
    ]);
    await world.write(territoryId, 'delete from registration where id = $1', [id]);
    expect(await world.counters(other)).toEqual({ seats: 0, waitlist: 0 });
  });

  it('are written by nobody who forgot the territory', async () => {
    const session = await world.session(territoryId);
    const prospect = await world.prospect(territoryId);
    const insert = world.write(
      '',
      `insert into registration (id, territory_id, session_id, prospect_id, status, adults, registered_at)
       values (gen_random_uuid(), $1, $2, $3, 'CONFIRMED', 1, now())`,
      [territoryId, session, prospect],
    );
    await expect(insert).rejects.toThrow('not of the territory');
  });
});

describe('a seat is sold once', () => {
  it('to the last one, and not to a household that does not fit whole', async () => {
    const session = await world.session(territoryId, { capacity: 4 });
    await world.registration(territoryId, session, 'CONFIRMED', { adults: 2, children: [2018] });
    await expect(world.registration(territoryId, session, 'CONFIRMED', { adults: 2 })).rejects.toThrow(
      'discovery_session_seats_check',
    );
    await world.registration(territoryId, session, 'OFFERED', { adults: 1 });
    expect(await world.counters(session)).toEqual({ seats: 4, waitlist: 0 });
  });

  it('when sixty households confirm at the same time for twenty seats', async () => {
    const session = await world.session(territoryId, { capacity: 20 });
    const waiting: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      waiting.push(await world.registration(territoryId, session, 'WAITLISTED'));
    }
    const pool = new pg.Pool({ connectionString: world.database.superuserUrl, max: 30 });
    const confirm = async (id: string) => {
      const client = await pool.connect();
      try {
        await client.query(`select set_config('app.territory_id', $1, false)`, [territoryId]);
        await client.query(`update registration set status = 'CONFIRMED' where id = $1`, [id]);
      } finally {
        client.release();
      }
    };
    const outcomes = await Promise.allSettled(waiting.map(confirm));
    await pool.end();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(await world.counters(session)).toEqual({ seats: 20, waitlist: 40 });
  });

  it('to one registration of a household, unless that was cancelled', async () => {
    const session = await world.session(territoryId);
    const prospectId = await world.prospect(territoryId);
    await world.registration(territoryId, session, 'CANCELLED', { prospectId });
    await world.registration(territoryId, session, 'CONFIRMED', { prospectId });
    await expect(world.registration(territoryId, session, 'WAITLISTED', { prospectId })).rejects.toThrow(
      'registration_once_index',
    );
  });
});

describe('records of a household', () => {
  it('stay within one territory', async () => {
    const session = await world.session(territoryId);
    const elsewhere = randomUUID();
    const prospectId = await world.prospect(elsewhere);
    await expect(world.registration(territoryId, session, 'CONFIRMED', { prospectId })).rejects.toThrow(
      'foreign key',
    );
    await expect(world.registration(elsewhere, session, 'CONFIRMED', { prospectId })).rejects.toThrow(
      'foreign key',
    );
  });

  it.each([
    ['without a date', `status = 'EFFECTIVE', commune_code = '09030', declared_by = 'x'`],
    [
      'without a commune',
      `status = 'EFFECTIVE', effective_on = now(), commune_code = null, declared_by = 'x'`,
    ],
    [
      'without who declared it',
      `status = 'EFFECTIVE', effective_on = now(), commune_code = '09030', declared_by = null`,
    ],
  ])('make no installation effective %s', async (_what, assignment) => {
    const id = await world.installation(territoryId);
    await expect(
      world.write(territoryId, `update installation set ${assignment} where id = $1`, [id]),
    ).rejects.toThrow('installation_effective_check');
  });
});
