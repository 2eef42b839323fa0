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

const party = (adults: number, ...years: number[]) => ({
  adults,
  children: years.map((birthYear) => ({ birthYear })),
});

describe('the own registration', () => {
  it('shows its household what is its own, and nothing of the others', async () => {
    const session = await world.session(territoryId, { capacity: 2, title: 'Journée au Mas' });
    const first = await households.household(session, 2);
    const second = await households.household(session, 1, { needs: { lodging: true, diet: 'sans gluten' } });
    expect(await households.own(second.token)).toMatchObject({
      status: 'WAITLISTED',
      seats: 1,
      position: 1,
      changeable: true,
      checkInToken: null,
      needs: { lodging: true, diet: 'sans gluten', carSharing: null },
      session: { title: 'Journée au Mas' },
      trail: [
        { kind: 'WAITLISTED', by: 'HOUSEHOLD', people: 1, seatsLeft: 0, memberId: null, household: null },
      ],
    });
    const shown = JSON.stringify(await households.own(second.token));
    expect(shown).not.toContain(first.email);
    expect(shown).not.toContain(first.registration.id);
    expect((await households.own(first.token)).checkInToken).toMatch(/^[\w-]{64}$/);
  });

  it.each([
    ['made up', async () => 'A'.repeat(64)],
    ['for checking in', async (token: string) => (await households.own(token)).checkInToken],
    ['that is empty', async () => ''],
  ])('is not opened by a token %s', async (_which, tokenOf) => {
    const { token } = await households.household(await world.session(territoryId));
    const other = await tokenOf(token);
    expect(await households.own(other)).toBeNull();
    expect(await households.act('cancel', other)).toMatchObject({ reason: 'NO_SUCH_REGISTRATION' });
    expect(await households.status(token)).toBe('CONFIRMED');
  });

  it('is not opened from another territory', async () => {
    const { token } = await households.household(await world.session(territoryId));
    const elsewhere = new Registering(world, randomUUID());
    expect(await elsewhere.own(token)).toBeNull();
    expect(await elsewhere.act('cancel', token)).toMatchObject({ reason: 'NO_SUCH_REGISTRATION' });
  });
});

describe('a household that changes', () => {
  it('to fewer people frees seats, which are offered', async () => {
    const session = await world.session(territoryId, { capacity: 4 });
    const first = await households.household(session, 2, {
      children: [{ birthYear: 2017 }, { birthYear: 2020 }],
    });
    const second = await households.household(session, 2);
    const { registration } = await households.act('change', first.token, party(2));
    expect(registration).toMatchObject({ seats: 2, status: 'CONFIRMED', childrenBirthYears: [] });
    expect(await households.status(second.token)).toBe('OFFERED');
    expect(await households.letters(first.email)).toEqual(['confirmed', 'resized']);
  });

  it('to more people only when all of them fit', async () => {
    const session = await world.session(territoryId, { capacity: 4 });
    const { token } = await households.household(session, 2);
    expect((await households.act('change', token, party(2, 2019))).registration.seats).toBe(3);
    expect(await households.act('change', token, party(3, 2019, 2021))).toMatchObject({
      reason: 'TOO_MANY_PEOPLE',
      current: { seats: 3 },
    });
    await households.household(session, 1);
    expect(await households.act('change', token, party(2, 2019, 2021))).toMatchObject({
      reason: 'NOT_ENOUGH_SEATS',
      message: expect.stringContaining('reste comme elle était'),
      current: { seats: 3, status: 'CONFIRMED' },
    });
    expect(await world.counters(session)).toEqual({ seats: 4, waitlist: 0 });
  });

  it('on the list keeps its place, and is offered seats once it is small enough', async () => {
    const session = await world.session(territoryId, { capacity: 3 });
    await households.household(session, 2);
    const large = await households.household(session, 3);
    expect(await households.act('change', large.token, party(2))).toMatchObject({
      registration: { status: 'WAITLISTED', position: 1, seats: 2 },
    });
    expect(await households.act('change', large.token, party(1))).toMatchObject({
      registration: { status: 'OFFERED', seats: 1 },
    });
  });

  it('is refused what makes no household, and all stays', async () => {
    const { token } = await households.household(await world.session(territoryId), 2);
    for (const input of [party(0), party(500)])
      expect(await households.act('change', token, input)).toMatchObject({
        reason: 'INVALID',
        problems: [{ field: 'adults' }],
      });
    expect((await households.own(token)).seats).toBe(2);
  });

  it('changes what it asks for without a letter', async () => {
    const { token, email } = await households.household(await world.session(territoryId), 1);
    const needs = { carSharing: 'SEEKS', leavingFrom: 'Toulouse' };
    expect(await households.act('change', token, { ...party(1), needs })).toMatchObject({
      registration: { needs },
    });
    expect(await households.letters(email)).toEqual(['confirmed']);
  });
});

describe('a household that leaves', () => {
  it('leaves once, from two tabs at the same time', async () => {
    const session = await world.session(territoryId, { capacity: 2 });
    const { token, email } = await households.household(session, 2);
    const answers = await Promise.all([households.act('cancel', token), households.act('cancel', token)]);
    for (const answer of answers)
      expect(answer).toMatchObject({ registration: { status: 'CANCELLED', changeable: false } });
    expect(await households.letters(email)).toEqual(['confirmed', 'cancelled']);
    expect(await world.counters(session)).toEqual({ seats: 0, waitlist: 0 });
    expect(await households.act('change', token, party(1))).toMatchObject({ reason: 'ALREADY_CANCELLED' });
  });

  it('leaves the list, and those behind move up', async () => {
    const session = await world.session(territoryId, { capacity: 1 });
    await households.household(session);
    const [second, third] = [await households.household(session), await households.household(session)];
    await households.act('cancel', second.token);
    expect((await households.own(third.token)).position).toBe(1);
    expect(await world.counters(session)).toEqual({ seats: 1, waitlist: 1 });
  });

  it.each([
    ['has begun', `starts_at = now() - interval '1 hour'`, 'SESSION_PAST'],
    ['is cancelled', `status = 'CANCELLED'`, 'SESSION_CANCELLED'],
  ])('cannot any more once the session %s', async (_what, change, reason) => {
    const session = await world.session(territoryId);
    const { token } = await households.household(session);
    await world.superuser.query(`update discovery_session set ${change} where id = $1`, [session]);
    expect(await households.act('cancel', token)).toMatchObject({ reason, current: { status: 'CONFIRMED' } });
    expect((await households.own(token)).changeable).toBe(false);
  });

  it('is there again as a sign of life, for the years that it is kept', async () => {
    const { token, registration } = await households.household(await world.session(territoryId));
    const lastContact = async () =>
      (
        await world.superuser.query(
          'select last_contact_at as at from prospect p join registration r on r.prospect_id = p.id where r.id = $1',
          [registration.id],
        )
      ).rows[0].at;
    await world.write(
      territoryId,
      `update prospect set last_contact_at = '2024-01-01' where id = (select prospect_id from registration where id = $1)`,
      [registration.id],
    );
    await households.act('cancel', token);
    expect((await lastContact()).getFullYear()).toBeGreaterThan(2024);
  });
});
