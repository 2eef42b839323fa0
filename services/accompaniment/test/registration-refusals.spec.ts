import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { householdForm } from './support/household.js';
import { Registering } from './support/registering.js';

let world: AccompanimentWorld;
let households: Registering;
const territoryId = randomUUID();
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  households = new Registering(world, territoryId);
});
afterAll(() => world.close());

const rowsOf = async (table: string) =>
  (await world.superuser.query(`select count(*)::int as count from ${table}`)).rows[0].count;

describe('a session takes no registration', () => {
  it.each([
    ['that is past', 'SESSION_PAST', { startsAt: '2020-05-01T09:00:00Z' }, '', 'a déjà commencé'],
    ['that is closed', 'SESSION_CLOSED', { status: 'CLOSED' as const }, '', 'closes'],
    ['that is cancelled', 'SESSION_CANCELLED', { status: 'CANCELLED' as const }, '', 'annulée'],
    ['that is a draft', 'NO_SUCH_SESSION', { status: 'DRAFT' as const }, '', 'n’existe pas'],
    [
      'whose date for registering has passed',
      'SESSION_CLOSED',
      {},
      `registration_closes_at = now() - interval '1 second'`,
      'closes',
    ],
  ])('%s: %s', async (_which, reason, seed, change, words) => {
    const session = await world.session(territoryId, seed);
    if (change)
      await world.superuser.query(`update discovery_session set ${change} where id = $1`, [session]);
    const before = await rowsOf('prospect');
    expect(await households.send(householdForm(session))).toEqual({
      __typename: 'RegistrationRefused',
      reason,
      message: expect.stringContaining(words),
      problems: [],
    });
    expect(await rowsOf('prospect'), 'nothing of the household is kept').toBe(before);
    const english = await households.send(householdForm(session), 'en');
    expect(english.message).toMatch(/session/i);
    expect(english.message).not.toBe(words);
  });

  it.each([
    ['of another territory', () => world.session(randomUUID())],
    ['that does not exist', async () => randomUUID()],
    ['whose id is none', async () => 'nonsense'],
  ])('%s', async (_which, sessionOf) => {
    expect(await households.send(householdForm(await sessionOf()))).toMatchObject({
      __typename: 'RegistrationRefused',
      reason: 'NO_SUCH_SESSION',
    });
  });
});

describe('a form is refused, field by field', () => {
  const children = (count: number) => Array.from({ length: count }, () => ({ birthYear: 2018 }));
  it.each([
    ['a party of nobody', { adults: 0 }, 'adults'],
    ['fewer than nobody', { adults: -3 }, 'adults'],
    ['a party of 500', { adults: 500 }, 'adults'],
    ['500 children', { children: children(500) }, 'children'],
    ['a child that is a grown-up', { children: [{ birthYear: 1950 }] }, 'children.0.birthYear'],
    ['a child of another century', { children: [{ birthYear: 2190 }] }, 'children.0.birthYear'],
    ['no name', { contact: { name: ' \u200b', email: 'a@exemple.fr' } }, 'contact.name'],
    ['no address', { contact: { name: 'A', email: 'a(at)exemple.fr' } }, 'contact.email'],
    [
      'a header in the address',
      { contact: { name: 'A', email: 'a@exemple.fr\nBcc: b@exemple.fr' } },
      'contact.email',
    ],
    ['half a number', { contact: { name: 'A', email: 'a@exemple.fr', phone: '12' } }, 'contact.phone'],
    ['no consent', { consent: { textVersion: '2026-11', accepted: false } }, 'consent'],
    ['consent to another sentence', { consent: { textVersion: '1999-01', accepted: true } }, 'consent'],
    ['what machines fill in', { website: 'https://spam.example' }, 'website'],
    ['no key', { idempotencyKey: ' ' }, 'idempotencyKey'],
    ['a long project', { project: 'x'.repeat(2001) }, 'project'],
    ['long remarks', { needs: { remarks: 'x'.repeat(1001) } }, 'needs.remarks'],
  ])('%s', async (_what, changes, field) => {
    const session = await world.session(territoryId);
    const answer = await households.send(householdForm(session, changes));
    expect(answer).toMatchObject({ __typename: 'RegistrationRefused', reason: 'INVALID' });
    expect(answer.problems.map((problem: { field: string }) => problem.field)).toEqual([field]);
    expect(await world.counters(session)).toEqual({ seats: 0, waitlist: 0 });
  });

  it('a household larger than the whole session', async () => {
    const session = await world.session(territoryId, { capacity: 3 });
    expect(await households.send(householdForm(session, { adults: 4 }))).toMatchObject({
      reason: 'TOO_MANY_PEOPLE',
      message: expect.stringContaining('Écrivez au territoire'),
    });
  });

  it('corrected, it is taken under the same key', async () => {
    const session = await world.session(territoryId);
    const form = householdForm(session, { adults: 0 });
    expect((await households.send(form)).reason).toBe('INVALID');
    expect((await households.send({ ...form, adults: 1 })).__typename).toBe('RegistrationConfirmed');
  });

  it('texts beyond anything sensible are not read at all', async () => {
    const session = await world.session(territoryId);
    expect(await households.send(householdForm(session, { project: 'x'.repeat(6000) }))).toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});
