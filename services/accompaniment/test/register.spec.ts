import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { householdForm, REGISTER } from './support/household.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const send = async (input: object, locale: 'fr' | 'en' = 'fr', territory = territoryId) => {
  const { data, errors } = await world.subgraph.client({ territoryId: territory, locale })(REGISTER, {
    input,
  });
  return data?.registerHousehold ?? errors?.[0]?.extensions;
};
const count = async (text: string, values: unknown[]) =>
  (await world.superuser.query(`select count(*)::int as count from ${text}`, values)).rows[0].count;

describe('a household that registers', () => {
  it('is confirmed when it fits whole, and gets a link to its own page', async () => {
    const session = await world.session(territoryId, { capacity: 5 });
    const answer = await send(
      householdForm(session, { adults: 2, children: [{ birthYear: 2018 }, { birthYear: 2015 }] }),
    );
    expect(answer).toEqual({
      __typename: 'RegistrationConfirmed',
      registration: { id: expect.any(String), status: 'CONFIRMED', seats: 4 },
      seatsLeft: 1,
      token: expect.stringMatching(/^[\w-]{64}$/),
    });
    expect(await world.counters(session)).toEqual({ seats: 4, waitlist: 0 });
  });

  it('waits when it does not fit whole, and those who do are confirmed', async () => {
    const session = await world.session(territoryId, { capacity: 3 });
    await send(householdForm(session, { adults: 2 }));
    expect(await send(householdForm(session, { adults: 2 }))).toMatchObject({
      __typename: 'RegistrationWaitlisted',
      registration: { status: 'WAITLISTED', seats: 2 },
      position: 1,
    });
    expect(await send(householdForm(session))).toMatchObject({
      __typename: 'RegistrationConfirmed',
      seatsLeft: 0,
    });
    expect(await send(householdForm(session))).toMatchObject({
      __typename: 'RegistrationWaitlisted',
      position: 2,
    });
    expect(await world.counters(session)).toEqual({ seats: 3, waitlist: 2 });
  });

  it('is kept with the words it agreed to, how it came by, and where it stands on its way', async () => {
    const session = await world.session(territoryId);
    const form = householdForm(session, { news: true, origin: 'FAIR', heard: { words: 'Un ami en parle' } });
    await send(form);
    const { rows } = await world.superuser.query(
      `select p.stage, p.project, c.name, c.phone, t.declared_channel, t.declared_words,
              (select jsonb_agg(jsonb_build_array(purpose, version, wording ~ '^J’accepte') order by purpose)
                 from prospect_consent where prospect_id = p.id) as consents,
              (select array_agg(kind order by at) from prospect_event where prospect_id = p.id) as events
         from prospect p join prospect_contact c on c.prospect_id = p.id join prospect_touch t on t.prospect_id = p.id
        where c.email = $1`,
      [form.contact.email],
    );
    expect(rows).toEqual([
      {
        stage: 'IN_SESSION',
        project: 'Reprendre un atelier',
        name: form.contact.name,
        phone: '+33612345678',
        declared_channel: 'FAIR',
        declared_words: 'Un ami en parle',
        consents: [
          ['FOLLOW_UP', form.consent.textVersion, true],
          ['NEWS', form.consent.textVersion, true],
        ],
        events: expect.arrayContaining(['CAME_IN', 'CONSENTED', 'MOVED', 'REGISTERED']),
      },
    ]);
  });
});

describe('the same form', () => {
  it('sent fifty times at once is one registration, one letter and one answer', async () => {
    const session = await world.session(territoryId, { capacity: 10 });
    const form = householdForm(session, { adults: 2 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(form)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'RegistrationConfirmed', seatsLeft: 8 });
    expect(await world.counters(session)).toEqual({ seats: 2, waitlist: 0 });
    expect(await count('letter where recipient = $1', [form.contact.email])).toBe(1);
    expect(await count('prospect_contact where email = $1', [form.contact.email])).toBe(1);
  });

  it('gets the same answer whatever happened since', async () => {
    const session = await world.session(territoryId, { capacity: 2 });
    const form = householdForm(session, { adults: 2 });
    const first = await send(form);
    await world.write(territoryId, `update registration set status = 'CANCELLED' where id = $1`, [
      first.registration.id,
    ]);
    await send(householdForm(session));
    await world.superuser.query(`update discovery_session set status = 'CLOSED' where id = $1`, [session]);
    expect(await send(form)).toEqual(first);
  });

  it('from two tabs, each with a key of its own, is one registration and one letter', async () => {
    const session = await world.session(territoryId);
    const form = householdForm(session);
    const answers = await Promise.all([send(form), send({ ...form, idempotencyKey: randomUUID() })]);
    expect(answers.map(({ __typename, reason }) => reason ?? __typename).sort()).toEqual([
      'ALREADY_REGISTERED',
      'RegistrationConfirmed',
    ]);
    expect(await world.counters(session)).toEqual({ seats: 1, waitlist: 0 });
    expect(await count('letter where recipient = $1', [form.contact.email])).toBe(1);
  });

  it('sent after its registration was given back is a new one, under a new key', async () => {
    const session = await world.session(territoryId);
    const form = householdForm(session);
    const { registration } = await send(form);
    await world.write(territoryId, `update registration set status = 'CANCELLED' where id = $1`, [
      registration.id,
    ]);
    const again = await send({ ...form, idempotencyKey: randomUUID() });
    expect(again.__typename).toBe('RegistrationConfirmed');
    expect(again.registration.id).not.toBe(registration.id);
  });
});

describe('a second form of a registered address', () => {
  it('is refused without a word about the registration, and the link goes to the mailbox once a day', async () => {
    const session = await world.session(territoryId);
    const form = householdForm(session);
    await send(form);
    await world.write(
      territoryId,
      `update registration set registered_at = now() - interval '2 days' where session_id = $1`,
      [session],
    );
    const other = () => ({
      ...form,
      contact: { name: 'Quelqu’un', email: form.contact.email.toUpperCase() },
      idempotencyKey: randomUUID(),
    });
    const refused = await send(other());
    expect(refused).toEqual({
      __typename: 'RegistrationRefused',
      reason: 'ALREADY_REGISTERED',
      message: expect.stringContaining('déjà inscrite'),
      problems: [],
    });
    expect(await send(other())).toEqual(refused);
    expect(await count('letter where lower(recipient) = $1', [form.contact.email])).toBe(2);
    expect(
      await count('prospect_touch t join prospect_contact c using (prospect_id) where c.email = $1', [
        form.contact.email,
      ]),
    ).toBe(1);
  });

  it('does not answer for another household that took the same key', async () => {
    const session = await world.session(territoryId);
    const form = householdForm(session);
    await send(form);
    expect(await send(householdForm(session, { idempotencyKey: form.idempotencyKey }))).toMatchObject({
      __typename: 'RegistrationRefused',
      reason: 'KEY_TAKEN',
    });
  });
});
