import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { Registering } from './support/registering.js';

let world: AccompanimentWorld;
let households: Registering;
const territoryId = randomUUID();
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  households = new Registering(world, territoryId);
});
afterAll(() => world.close());

const HOUR = 3_600_000;
const offerEnd = async (token: string) => Date.parse((await households.own(token)).offerExpiresAt);

describe('freed seats', () => {
  it('are offered to the first household that fits whole, past larger ones', async () => {
    const session = await world.session(territoryId, { capacity: 3 });
    const couple = await households.household(session, 2);
    const single = await households.household(session);
    const [four, two, one] = [
      await households.household(session, 3),
      await households.household(session, 2),
      await households.household(session, 1),
    ];
    expect((await households.act('cancel', couple.token)).__typename).toBe('OwnRegistrationChanged');
    expect(await Promise.all([four, two, one].map(({ token }) => households.status(token)))).toEqual([
      'WAITLISTED',
      'OFFERED',
      'WAITLISTED',
    ]);
    expect(await offerEnd(two.token)).toBeGreaterThan(Date.now() + 47 * HOUR);
    await households.act('cancel', single.token);
    expect(await households.status(one.token)).toBe('OFFERED');
    expect(await households.letters(two.email)).toEqual(['waitlisted', 'offered']);
    expect(await world.counters(session)).toEqual({ seats: 3, waitlist: 1 });
  });

  it('are taken by who accepts, once, in however many tabs', async () => {
    const session = await world.session(territoryId, { capacity: 1 });
    const first = await households.household(session);
    const second = await households.household(session);
    await households.act('cancel', first.token);
    const answers = await Promise.all([1, 2, 3].map(() => households.act('accept', second.token)));
    for (const answer of answers)
      expect(answer).toMatchObject({
        __typename: 'OwnRegistrationChanged',
        registration: { status: 'CONFIRMED', offerExpiresAt: null, checkInToken: expect.any(String) },
      });
    expect(await households.letters(second.email)).toEqual(['waitlisted', 'offered', 'accepted']);
  });

  it('go to the next when they are declined; who declined in another tab cannot accept any more', async () => {
    const session = await world.session(territoryId, { capacity: 1 });
    const first = await households.household(session);
    const second = await households.household(session);
    const third = await households.household(session);
    await households.act('cancel', first.token);
    await households.act('decline', second.token);
    expect(await households.status(third.token)).toBe('OFFERED');
    expect(await households.act('accept', second.token)).toMatchObject({
      __typename: 'OwnRegistrationRefused',
      reason: 'OFFER_OVER',
      message: expect.stringContaining('ne vous sont plus proposées'),
      current: { status: 'CANCELLED' },
    });
    expect(await households.act('decline', second.token)).toMatchObject({
      __typename: 'OwnRegistrationChanged',
    });
    expect(await households.trail(session)).toEqual([
      ...['CONFIRMED', 'WAITLISTED', 'WAITLISTED', 'CANCELLED', 'OFFERED', 'DECLINED', 'OFFERED'],
    ]);
  });

  it('are offered again when who accepted gives them back', async () => {
    const session = await world.session(territoryId, { capacity: 1 });
    const first = await households.household(session);
    const second = await households.household(session);
    const third = await households.household(session);
    await households.act('cancel', first.token);
    await households.act('accept', second.token);
    await households.act('cancel', second.token);
    expect(await households.status(third.token)).toBe('OFFERED');
    expect(await households.act('accept', first.token)).toMatchObject({ reason: 'OFFER_OVER' });
  });

  it('are not offered once registration is closed by its date', async () => {
    const session = await world.session(territoryId, { capacity: 1 });
    const first = await households.household(session);
    const second = await households.household(session);
    await world.superuser.query(
      `update discovery_session set registration_closes_at = now() - interval '1 minute' where id = $1`,
      [session],
    );
    await households.act('cancel', first.token);
    expect(await households.status(second.token)).toBe('WAITLISTED');
  });

  it('are kept no longer than until registration closes', async () => {
    const session = await world.session(territoryId, { capacity: 1 });
    const first = await households.household(session);
    const second = await households.household(session);
    const closes = new Date(Date.now() + HOUR);
    await world.superuser.query('update discovery_session set registration_closes_at = $2 where id = $1', [
      session,
      closes,
    ]);
    await households.act('cancel', first.token);
    expect(await offerEnd(second.token)).toBe(closes.getTime());
  });
});

describe('more seats', () => {
  it('are offered in order, and the trail says so', async () => {
    const session = await world.session(territoryId, { capacity: 2 });
    await households.household(session, 2);
    const waiting = [await households.household(session, 2), await households.household(session, 1)];
    const capacity = (seats: number) =>
      households.asAgent(
        'mutation ($id: ID!, $seats: Int!) { changeSessionCapacity(sessionId: $id, capacity: $seats) { __typename } }',
        { id: session, seats },
      );
    await capacity(5);
    expect(await Promise.all(waiting.map(({ token }) => households.status(token)))).toEqual([
      'OFFERED',
      'OFFERED',
    ]);
    expect((await capacity(4)).data?.changeSessionCapacity.__typename).toBe('SessionCapacityRefused');
    expect(await households.trail(session)).toEqual([
      ...['CONFIRMED', 'WAITLISTED', 'WAITLISTED', 'CAPACITY_CHANGED', 'OFFERED', 'OFFERED'],
    ]);
  });
});
