import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { PLAN, SAVE, SAVED } from './support/session-plan.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

type Answer = Record<string, unknown>;
const ask = (document: string, variables: Answer) =>
  world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') })(document, variables);
const save = async (input: object) => (await ask(SAVE, { input })).data?.saveSession;
const cancel = async (id: string, reason = 'La route est coupée.') =>
  (
    await ask(
      `mutation ($id: ID!, $reason: String!) { done: cancelSession(id: $id, reason: $reason) { ${SAVED} } }`,
      { id, reason },
    )
  ).data?.done;

/** A published session and its version. */
async function published(more: object = {}) {
  const { record } = await save({ ...PLAN, title: `Session ${randomUUID()}`, ...more });
  const { data } = await ask(
    'mutation ($id: ID!) { publishSession(id: $id) { ... on SessionSaved { record { id version } } } }',
    { id: record.id },
  );
  return { plan: { ...PLAN, title: record.session.title, ...more }, ...data?.publishSession.record } as {
    id: string;
    version: string;
    plan: typeof PLAN;
  };
}

async function household(sessionId: string, status: string, email: string | null, adults = 2) {
  const id = await world.registration(territoryId, sessionId, status, { adults });
  await world.write(
    territoryId,
    `update registration set email = $2, email_key = $2, contact_name = 'Camille' where id = $1`,
    [id, email],
  );
  // Calendars hear of the end of what they once were told.
  if (status === 'CONFIRMED')
    await world.write(
      territoryId,
      `insert into registration_event (territory_id, session_id, registration_id, kind, people, seats_left)
       values ($1, $2, $3, 'CONFIRMED', $4, 0)`,
      [territoryId, sessionId, id, adults],
    );
  return id;
}

const letters = async (sessionId: string) =>
  (
    await world.superuser.query(
      `select l.key, l.recipient, l.content from letter l join registration r on l.key like '%' || r.id || '%'
        where r.session_id = $1 order by l.recipient, l.key`,
      [sessionId],
    )
  ).rows as { key: string; recipient: string; content: { attachments?: { text: string }[] } }[];

describe('another date or place of a published session', () => {
  it('waits until it is confirmed, then tells everybody registered once', async () => {
    const { id, version, plan } = await published({ capacity: 4 });
    await household(id, 'CONFIRMED', 'a@exemple.fr');
    await household(id, 'WAITLISTED', 'b@exemple.fr');
    await household(id, 'CONFIRMED', null);
    await household(id, 'CANCELLED', 'parti@exemple.fr');
    const later = { ...plan, id, version, startsAt: '2099-05-02T11:00', meetingPlace: 'La gare' };
    expect(await save(later)).toEqual({
      __typename: 'SessionChangeToConfirm',
      changes: ['DATE', 'PLACE'],
      reachable: 2,
      unreachable: 1,
    });
    expect(await letters(id)).toEqual([]);
    const saved = await save({ ...later, tell: true });
    expect([saved.told, saved.record.session.startsAt]).toEqual([2, '2099-05-02T09:00:00.000Z']);
    const written = await letters(id);
    expect(written.map(({ recipient }) => recipient)).toEqual(['a@exemple.fr', 'b@exemple.fr']);
    expect(written[0]?.content.attachments?.[0]?.text).toContain('SEQUENCE:1');
    // The same form again, from a second tab: nobody is told twice.
    expect((await save({ ...later, tell: true })).problems[0].field).toBe('version');
    expect(await letters(id)).toHaveLength(2);
  });

  it('is not what a better summary is: nobody is told, calendars stay', async () => {
    const { id, version, plan } = await published();
    await household(id, 'CONFIRMED', 'a@exemple.fr');
    const saved = await save({ ...plan, id, version, summary: 'Deux jours, une vallée.', capacity: 25 });
    expect([saved.__typename, saved.told]).toEqual(['SessionSaved', 0]);
    expect(await letters(id)).toEqual([]);
    const { rows } = await world.superuser.query('select revision from discovery_session where id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ revision: 0 }]);
  });

  it('needs no confirmation while nobody is registered', async () => {
    const { id, version, plan } = await published();
    expect((await save({ ...plan, id, version, meetingPlace: 'La gare' })).told).toBe(0);
  });

  it('is too late once it took place', async () => {
    const { id, version, plan } = await published();
    await world.write(
      territoryId,
      `update discovery_session set starts_at = '2024-05-04T08:00Z', ends_at = '2024-05-05T14:00Z',
         registration_closes_at = null where id = $1`,
      [id],
    );
    expect((await save({ ...plan, id, version })).problems[0]).toEqual({
      field: 'startsAt',
      message: expect.stringContaining('Cette session a eu lieu'),
    });
  });

  it('never leaves an offer standing beyond its start', async () => {
    const { id, version, plan } = await published();
    const registration = await household(id, 'OFFERED', 'a@exemple.fr');
    await world.write(
      territoryId,
      `update registration set offer_expires_at = '2099-05-01T10:00Z' where id = $1`,
      [registration],
    );
    const sooner = { startsAt: '2099-04-30T10:00', endsAt: '2099-05-01T16:00', programme: [] };
    await save({ ...plan, ...sooner, id, version, tell: true });
    const { rows } = await world.superuser.query(
      'select offer_expires_at as until from registration where id = $1',
      [registration],
    );
    expect(rows[0].until.toISOString()).toBe('2099-04-30T08:00:00.000Z');
  });
});

it('offers the seats of a larger capacity to who waits, and writes the change down', async () => {
  const { id, version, plan } = await published({ capacity: 2 });
  await household(id, 'CONFIRMED', 'a@exemple.fr');
  const waiting = await household(id, 'WAITLISTED', 'b@exemple.fr');
  const saved = await save({ ...plan, id, version, capacity: 4 });
  expect(saved.record).toMatchObject({ seatsTaken: 4, households: { confirmed: 1, offered: 1, waiting: 0 } });
  const { rows } = await world.superuser.query(
    'select kind, registration_id as registration, people from registration_event where session_id = $1 order by id offset 1',
    [id],
  );
  expect(rows).toEqual([
    { kind: 'CAPACITY_CHANGED', registration: null, people: 4 },
    { kind: 'OFFERED', registration: waiting, people: 2 },
  ]);
});

describe('a session that is cancelled', () => {
  it('ends every registration and tells each household once, however often it is asked', async () => {
    const { id } = await published();
    await household(id, 'CONFIRMED', 'a@exemple.fr');
    await household(id, 'OFFERED', 'b@exemple.fr');
    await household(id, 'WAITLISTED', null);
    const answers = await Promise.all([cancel(id), cancel(id)]);
    expect(answers.map(({ told }) => told).sort()).toEqual([0, 2]);
    expect(answers[0].record).toMatchObject({
      seatsTaken: 0,
      households: { confirmed: 0, offered: 0, waiting: 0, cancelled: 3 },
      session: { status: 'CANCELLED' },
    });
    const written = await letters(id);
    expect(written.map(({ recipient }) => recipient)).toEqual(['a@exemple.fr', 'b@exemple.fr']);
    expect(written[0]?.content.attachments?.[0]?.text).toMatch(/STATUS:CANCELLED/);
  });

  it('says why, and is not changed any more', async () => {
    const { id, version, plan } = await published();
    expect((await cancel(id, '  ')).problems[0].field).toBe('reason');
    const { record } = await cancel(id);
    const { data } = await world.subgraph.client({ territoryId })(
      'query ($slug: String!) { discoverySession(slug: $slug) { status cancelReason } }',
      { slug: record.session.slug },
    );
    expect(data?.discoverySession).toEqual({ status: 'CANCELLED', cancelReason: 'La route est coupée.' });
    const changed = await save({ ...plan, id, version: record.version });
    expect([version === record.version, changed.__typename]).toEqual([false, 'SessionRefused']);
  });

  it('is neither a draft nor one that took place', async () => {
    const draft = (await save({ ...PLAN, title: 'Brouillon' })).record.id;
    const past = await world.session(territoryId, { startsAt: '2024-05-01T09:00:00Z' });
    for (const id of [draft, past]) expect((await cancel(id)).problems[0].field).toBe('status');
  });
});
