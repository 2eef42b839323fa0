import { randomUUID } from 'node:crypto';
import { createLogger } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { startSubgraph } from '@ancrage/testing/subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../dist/app.js';
import { DATABASE } from '../dist/database.js';
import { HouseholdLinks } from '../dist/household/household-links.js';
import { OfferEnds } from '../dist/upkeep/offer-ends.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { Registering } from './support/registering.js';

let world: AccompanimentWorld;
let households: Registering;
let replicas: OfferEnds[];
let close: () => Promise<unknown>;
const territoryId = randomUUID();
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  households = new Registering(world, territoryId);
  const databases = await Promise.all([1, 2].map(() => openDatabase(DATABASE, world.database)));
  const log = createLogger('test', 'silent');
  replicas = databases.map((database) => new OfferEnds(database, new HouseholdLinks(LINK_SECRET), log));
  close = () => Promise.all(databases.map((database) => database.close()));
});
afterAll(async () => {
  await close();
  await world.close();
});

/** A session of one seat that is offered to the first of those who wait. */
async function offered(waiting = 3, startsAt = '2099-05-01T09:00:00Z') {
  const session = await world.session(territoryId, { capacity: 1, startsAt });
  const first = await households.household(session);
  const others = [];
  for (let index = 0; index < waiting; index += 1) others.push(await households.household(session));
  await households.act('cancel', first.token);
  return { session, others };
}
const passed = (session: string) =>
  world.write(
    territoryId,
    `update registration set offer_expires_at = now() - interval '1 minute' where session_id = $1 and status = 'OFFERED'`,
    [session],
  );
const statuses = (others: { token: string }[]) =>
  Promise.all(others.map(({ token }) => households.status(token)));

describe('an offer that nobody answers', () => {
  it('ends once on replicas that look together, and the next household is offered the seats', async () => {
    const { session, others } = await offered();
    await Promise.all(replicas.map((replica) => replica.run()));
    expect(await statuses(others)).toEqual(['OFFERED', 'WAITLISTED', 'WAITLISTED']);
    await passed(session);
    await Promise.all(replicas.map((replica) => replica.run()));
    expect(await statuses(others)).toEqual(['CANCELLED', 'OFFERED', 'WAITLISTED']);
    expect((await households.trail(session)).slice(-2)).toEqual(['EXPIRED', 'OFFERED']);
    expect(await households.letters(others[0]?.email ?? '')).toEqual(['waitlisted', 'offered', 'expired']);
    expect(await world.counters(session)).toEqual({ seats: 1, waitlist: 1 });
  });

  it('ends on the hour it was told, not before', async () => {
    const { others } = await offered(1);
    const end = Date.parse((await households.own(others[0]?.token ?? '')).offerExpiresAt);
    await replicas[0]?.run(new Date(end - 1000));
    expect(await statuses(others)).toEqual(['OFFERED']);
    await replicas[0]?.run(new Date(end));
    expect(await statuses(others)).toEqual(['CANCELLED']);
  });

  it('has ended for whoever accepts too late, even before anybody looked', async () => {
    const { session, others } = await offered();
    await passed(session);
    expect(await households.act('accept', others[0]?.token ?? '')).toMatchObject({
      reason: 'OFFER_OVER',
      current: { status: 'CANCELLED' },
    });
    expect(await statuses(others)).toEqual(['CANCELLED', 'OFFERED', 'WAITLISTED']);
    await Promise.all(replicas.map((replica) => replica.run()));
    expect((await households.trail(session)).filter((kind) => kind === 'EXPIRED')).toHaveLength(1);
  });

  it('passes from one to the next until nobody waits', async () => {
    const { session, others } = await offered();
    for (const _ of others) {
      await passed(session);
      await replicas[1]?.run();
    }
    expect(await statuses(others)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(await world.counters(session)).toEqual({ seats: 0, waitlist: 0 });
    expect((await households.trail(session)).filter((kind) => kind === 'EXPIRED')).toHaveLength(3);
  });
});

describe('an offer that ended while nothing ran', () => {
  it('ends once when two replicas start later', async () => {
    const own = await AccompanimentWorld.create();
    const theirs = new Registering(own, territoryId);
    const session = await own.session(territoryId, { capacity: 1 });
    const [first, second, third] = [
      await theirs.household(session),
      await theirs.household(session),
      await theirs.household(session),
    ];
    await theirs.act('cancel', first.token);
    await own.subgraph.stop();
    await own.write(
      territoryId,
      `update registration set offer_expires_at = now() - interval '3 hours' where status = 'OFFERED'`,
      [],
    );
    const settings = { linkSecret: LINK_SECRET, mail: null };
    const started = await Promise.all([1, 2].map(() => startSubgraph(createApp, own.database, settings)));
    await expect.poll(() => theirs.trail(session), { timeout: 10_000 }).toContain('EXPIRED');
    await expect
      .poll(
        async () =>
          (await own.superuser.query('select id, status from registration order by arrival_order')).rows,
      )
      .toMatchObject([
        { id: first.registration.id, status: 'CANCELLED' },
        { id: second.registration.id, status: 'CANCELLED' },
        { id: third.registration.id, status: 'OFFERED' },
      ]);
    await Promise.all(started.map((replica) => replica.stop()));
    expect(await theirs.trail(session)).toEqual([
      ...['CONFIRMED', 'WAITLISTED', 'WAITLISTED', 'CANCELLED', 'OFFERED', 'EXPIRED', 'OFFERED'],
    ]);
    expect(await theirs.letters(second.email)).toEqual(['waitlisted', 'offered', 'expired']);
    await own.superuser.end();
  });

  it('ends by the timer of a replica that runs, without anybody asking', async () => {
    const { session, others } = await offered(2);
    await world.write(
      territoryId,
      `update registration set offer_expires_at = now() + interval '1 second' where session_id = $1 and status = 'OFFERED'`,
      [session],
    );
    await expect.poll(() => statuses(others), { timeout: 10_000 }).toEqual(['CANCELLED', 'OFFERED']);
  });
});

describe('clocks that change', () => {
  it.each([
    ['in March', '2098-03-29T00:30:00Z'],
    ['in October', '2098-10-25T23:30:00Z'],
  ])('%s take nothing from the hours of an offer', async (_when, noon) => {
    const now = new Date(Date.parse(noon) - 24 * 3_600_000);
    const { session, others } = await offered(2, '2099-06-01T09:00:00Z');
    await passed(session);
    await replicas[0]?.run(now);
    const end = Date.parse((await households.own(others[1]?.token ?? '')).offerExpiresAt);
    expect(end - now.getTime()).toBe(48 * 3_600_000);
    await replicas[0]?.run(new Date(end - 1));
    expect(await statuses(others)).toEqual(['CANCELLED', 'OFFERED']);
    await replicas[0]?.run(new Date(end));
    expect(await statuses(others)).toEqual(['CANCELLED', 'CANCELLED']);
  });
});
