import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { PLAN, SAVE, SAVED } from './support/session-plan.js';

const territoryId = randomUUID();
const elsewhere = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

type As = Parameters<typeof world.subgraph.client>[0];
const agent = viewerAs('AGENT');
const ask = (document: string, variables: Record<string, unknown> = {}, as: As = {}) =>
  world.subgraph.client({ territoryId, viewer: agent, ...as })(document, variables);
const save = async (input: object, as: As = {}) => {
  const { data, errors } = await ask(SAVE, { input }, as);
  expect(errors).toBeUndefined();
  return data?.saveSession;
};
const state = async (name: string, id: string) =>
  (await ask(`mutation ($id: ID!) { done: ${name}(id: $id) { ${SAVED} } }`, { id })).data?.done;
const problems = (answer: { problems: { field: string; message: string }[] }) =>
  answer.problems.map(({ field }) => field);

describe('a session that is planned', () => {
  it('is a draft, with its times by the clocks of Paris and its steps in their order', async () => {
    const { __typename, record } = await save(PLAN);
    expect(__typename).toBe('SessionSaved');
    expect(record).toMatchObject({
      offerHours: 24,
      publishedAt: null,
      session: {
        slug: 'week-end-a-auzat',
        status: 'DRAFT',
        startsAt: '2099-05-02T08:00:00.000Z',
        endsAt: '2099-05-03T14:00:00.000Z',
        registrationClosesAt: '2099-04-25T16:00:00.000Z',
        capacity: 20,
        seatsLeft: 20,
        hostCommune: { code: '09030' },
        partner: { name: 'Communauté de communes' },
        meetingPlace: 'Mairie, place de la Fontaine',
        lodging: 'Gîte communal',
        meals: 'Repas du samedi soir offert',
        childcare: 'De 3 à 11 ans, au centre de loisirs',
        carSharing: 'Départ de Foix à 9 h',
        programme: [
          { startsAt: '2099-05-02T08:00:00.000Z', title: 'Accueil', place: 'Mairie', host: 'La maire' },
          { startsAt: '2099-05-03T07:30:00.000Z', title: 'Logements', place: null, host: 'L’agence' },
        ],
      },
    });
  });

  it.each([
    ['a title of blanks', { title: ' \u200b ' }, ['title']],
    ['a date that is none', { startsAt: 'samedi' }, ['startsAt']],
    ['30 February', { startsAt: '2099-02-30T10:00' }, ['startsAt']],
    [
      'a date that has passed',
      { startsAt: '2024-05-04T10:00', endsAt: '2024-05-05T10:00', registrationClosesAt: null, programme: [] },
      ['startsAt'],
    ],
    ['an end before the beginning', { endsAt: '2099-05-01T10:00' }, ['endsAt']],
    ['a week-end of one day', { endsAt: '2099-05-02T18:00', programme: [] }, ['endsAt']],
    ['a day of two', { format: 'DAY' }, ['endsAt']],
    ['a week-end of a week', { endsAt: '2099-05-09T10:00' }, ['endsAt']],
    ['no seat', { capacity: 0 }, ['capacity']],
    ['501 seats', { capacity: 501 }, ['capacity']],
    ['offers of no hour', { offerHours: 0 }, ['offerHours']],
    [
      'registrations that close once it has started',
      { registrationClosesAt: '2099-05-02T10:00' },
      ['registrationClosesAt'],
    ],
    [
      'a step on another day',
      { programme: [{ startsAt: '2099-05-04T10:00', title: 'Bilan' }] },
      ['programme.0.startsAt'],
    ],
    [
      'a step without a name',
      { programme: [{ startsAt: '2099-05-02T10:00', title: '' }] },
      ['programme.0.title'],
    ],
    ['a summary that is too long', { summary: 'a'.repeat(601) }, ['summary']],
  ])('is refused by field with %s', async (_what, wrong, fields) => {
    const answer = await save({ ...PLAN, ...wrong });
    expect([answer.__typename, answer.problems && problems(answer)]).toEqual(['SessionRefused', fields]);
  });

  it('is refused an hour that March leaves out, and takes the first of the two of October', async () => {
    const march = await save({
      ...PLAN,
      title: 'Mars',
      startsAt: '2027-03-27T20:00',
      endsAt: '2027-03-28T02:30',
      registrationClosesAt: null,
      programme: [],
    });
    expect(march.problems).toEqual([
      { field: 'endsAt', message: expect.stringContaining('les montres avancent d’une heure') },
    ]);
    const october = await save({
      ...PLAN,
      title: 'Octobre',
      startsAt: '2027-10-30T20:00',
      endsAt: '2027-10-31T02:30',
      registrationClosesAt: null,
      programme: [],
    });
    expect(october.record.session.endsAt).toBe('2027-10-31T00:30:00.000Z');
  });

  it('has an address of its own, which follows its title until it is published', async () => {
    const first = (await save({ ...PLAN, title: 'Le même nom' })).record;
    const second = (await save({ ...PLAN, title: 'Le même nom' })).record;
    expect([first.session.slug, second.session.slug]).toEqual(['le-meme-nom', 'le-meme-nom-2']);
    const renamed = (await save({ ...PLAN, ...idOf(second), title: 'Un autre nom' })).record;
    expect(renamed.session.slug).toBe('un-autre-nom');
    const published = (await state('publishSession', second.id)).record;
    expect(published.session).toMatchObject({ slug: 'un-autre-nom', status: 'PUBLISHED' });
    const again = (await save({ ...PLAN, ...idOf(published), title: 'Encore un autre' })).record;
    expect(again.session).toMatchObject({ slug: 'un-autre-nom', title: 'Encore un autre' });
  });

  it('keeps the words of whoever saved first: the other one compares', async () => {
    const { record } = await save({ ...PLAN, title: 'À deux' });
    const [one, other] = await Promise.all(
      ['Par l’une', 'Par l’autre'].map((summary) =>
        save({ ...PLAN, ...idOf(record), title: 'À deux', summary }),
      ),
    );
    const [saved, refused] = one.__typename === 'SessionSaved' ? [one, other] : [other, one];
    expect(saved.__typename).toBe('SessionSaved');
    expect(problems(refused)).toEqual(['version']);
    expect(refused.refusedRecord).toEqual(saved.record);
    expect((await save({ ...PLAN, id: record.id, version: null })).problems[0].field).toBe('version');
  });

  it('cannot take fewer people than have a seat, and says how many those are', async () => {
    const { record } = await save({ ...PLAN, title: 'Presque pleine' });
    await world.registration(territoryId, record.id, 'CONFIRMED', { adults: 2, children: [2014] });
    const refused = await save({ ...PLAN, ...idOf(record), capacity: 2 });
    expect(refused.problems).toEqual([
      { field: 'capacity', message: '3 places sont déjà prises : la capacité ne peut pas être inférieure.' },
    ]);
    expect((await save({ ...PLAN, ...idOf(record), capacity: 3 }, { locale: 'en' })).__typename).toBe(
      'SessionSaved',
    );
  });
});

const idOf = ({ id, version }: { id: string; version: string }) => ({ id, version });

describe('the state of a session', () => {
  it('goes from draft to open, closed and open again; what is done twice is done once', async () => {
    const { record } = await save({ ...PLAN, title: 'Tous les états' });
    for (const [name, status] of [
      ['publishSession', 'PUBLISHED'],
      ['publishSession', 'PUBLISHED'],
      ['closeSession', 'CLOSED'],
      ['closeSession', 'CLOSED'],
      ['reopenSession', 'PUBLISHED'],
    ] as const) {
      expect((await state(name, record.id)).record.session.status).toBe(status);
    }
    expect(problems(await state('closeSession', (await save(PLAN)).record.id))).toEqual(['status']);
  });

  it('is not open without a place to come to', async () => {
    const { record } = await save({ ...PLAN, title: 'Nulle part', hostCommuneCode: null, meetingPlace: '' });
    expect(problems(await state('publishSession', record.id))).toEqual(['meetingPlace']);
  });

  it('is not open once it has started, or once registrations closed', async () => {
    const id = await world.session(territoryId, { status: 'DRAFT', startsAt: '2024-05-01T09:00:00Z' });
    expect(problems(await state('publishSession', id))).toEqual(['startsAt']);
    const closed = await world.session(territoryId, { status: 'CLOSED' });
    await world.write(
      territoryId,
      `update discovery_session set registration_closes_at = '2024-01-01' where id = $1`,
      [closed],
    );
    expect(problems(await state('reopenSession', closed))).toEqual(['registrationClosesAt']);
  });

  it('lets drafts be deleted, and nothing else', async () => {
    const remove = async (id: string, as: As = {}) =>
      (await ask('mutation ($id: ID!) { deleteDraft(id: $id) }', { id }, as)).data?.deleteDraft;
    const draft = await world.session(territoryId, { status: 'DRAFT' });
    expect([await remove(draft), await remove(draft)]).toEqual([true, false]);
    expect(await remove(await world.session(territoryId))).toBe(false);
    expect(await remove(await world.session(elsewhere, { status: 'DRAFT' }))).toBe(false);
  });
});

describe('a session that is duplicated', () => {
  const duplicate = async (id: string, startsAt: string) =>
    (
      await ask(
        `mutation ($id: ID!, $startsAt: String!) { done: duplicateSession(id: $id, startsAt: $startsAt) { ${SAVED} } }`,
        { id, startsAt },
      )
    ).data?.done;

  it('keeps the hours on the clock over a change of the clocks', async () => {
    const plan = {
      ...PLAN,
      title: 'À refaire',
      startsAt: '2027-03-20T10:00',
      endsAt: '2027-03-21T16:30',
      registrationClosesAt: '2027-03-14T18:00',
      programme: [{ startsAt: '2027-03-21T09:00', title: 'Visites' }],
    };
    const { record } = await save(plan);
    await world.registration(territoryId, record.id, 'CONFIRMED');
    const copy = (await duplicate(record.id, '2027-03-27T10:00')).record;
    expect(copy.id).not.toBe(record.id);
    expect(copy).toMatchObject({ seatsTaken: 0, offerHours: 24 });
    expect(copy.session).toMatchObject({
      slug: 'a-refaire-2',
      status: 'DRAFT',
      // Clocks went forward in the night: the same hours are one hour earlier in UTC.
      startsAt: '2027-03-27T09:00:00.000Z',
      endsAt: '2027-03-28T14:30:00.000Z',
      registrationClosesAt: '2027-03-21T17:00:00.000Z',
      programme: [{ startsAt: '2027-03-28T07:00:00.000Z', title: 'Visites' }],
      meetingPlace: PLAN.meetingPlace,
    });
  });

  it('moves a step out of the hour that March leaves out', async () => {
    const plan = {
      ...PLAN,
      title: 'La nuit',
      startsAt: '2027-03-20T10:00',
      endsAt: '2027-03-21T16:30',
      registrationClosesAt: null,
      programme: [{ startsAt: '2027-03-21T02:30', title: 'Les étoiles' }],
    };
    const copy = (await duplicate((await save(plan)).record.id, '2027-03-27T10:00')).record;
    expect(copy.session.programme[0].startsAt).toBe('2027-03-28T01:30:00.000Z');
  });

  it('is not for a date that has passed', async () => {
    const { record } = await save({ ...PLAN, title: 'Hier' });
    expect(problems(await duplicate(record.id, '2024-03-02T10:00'))).toEqual(['startsAt']);
  });
});
