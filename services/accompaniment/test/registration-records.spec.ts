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

const RECORDS = `query ($id: ID!, $after: String) { sessionRegistrations(sessionId: $id, first: 2, after: $after) {
  nodes { id status seats contactName email phone position prospectId } pageInfo { hasNextPage endCursor } } }`;
const TRAIL = `query ($id: ID!) { registrationTrail(sessionId: $id) { nodes { kind by memberId household people seatsLeft
  position before until reason sentence } } }`;
const CANCEL = `mutation ($id: ID!, $reason: String) { cancelRegistration(id: $id, reason: $reason) { __typename
  ... on RegistrationChanged { registration { status } } ... on RegistrationChangeRefused { reason message } } }`;
const RESIZE = `mutation ($id: ID!, $adults: Int!) { resizeRegistration(id: $id, adults: $adults, childrenBirthYears: []) {
  __typename ... on RegistrationChanged { registration { seats } } ... on RegistrationChangeRefused { reason problems { field } } } }`;

describe('the households of a session', () => {
  it('are listed for agents in the order in which they came', async () => {
    const session = await world.session(territoryId, { capacity: 2 });
    const all = [];
    for (const adults of [2, 1, 1]) all.push(await households.household(session, adults));
    const first = (await households.asAgent(RECORDS, { id: session })).data?.sessionRegistrations;
    const { endCursor: after, hasNextPage } = first.pageInfo;
    const second = (await households.asAgent(RECORDS, { id: session, after })).data?.sessionRegistrations;
    expect(hasNextPage).toBe(true);
    expect([...first.nodes, ...second.nodes]).toMatchObject([
      { email: all[0].email, status: 'CONFIRMED', seats: 2, position: null, phone: '+33612345678' },
      { email: all[1].email, status: 'WAITLISTED', position: 1 },
      { email: all[2].email, status: 'WAITLISTED', position: 2 },
    ]);
  });

  it.each([
    ['VIEWER', RECORDS],
    ['CONTRIBUTOR', TRAIL],
    ['PUBLIC', CANCEL],
    ['VIEWER', RESIZE],
  ] as const)('are not for %s', async (role, operation) => {
    const session = await world.session(territoryId);
    const { registration } = await households.household(session);
    const id = operation === CANCEL || operation === RESIZE ? registration.id : session;
    const { errors } = await households.asAgent(operation, { id, adults: 1 }, role);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of another territory are nobody', async () => {
    const foreign = new Registering(world, randomUUID());
    const session = await world.session(foreign.territoryId);
    const { registration } = await foreign.household(session);
    expect((await households.asAgent(RECORDS, { id: session })).data?.sessionRegistrations.nodes).toEqual([]);
    const { errors } = await households.asAgent(CANCEL, { id: registration.id });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('an agent', () => {
  it('cancels with a reason and resizes; the household is told, the seats are offered', async () => {
    const session = await world.session(territoryId, { capacity: 2 });
    const first = await households.household(session, 2);
    const second = await households.household(session, 1);
    const resized = await households.asAgent(RESIZE, { id: first.registration.id, adults: 1 });
    expect(resized.data?.resizeRegistration).toMatchObject({ registration: { seats: 1 } });
    expect(await households.status(second.token)).toBe('OFFERED');
    await households.asAgent(CANCEL, { id: first.registration.id, reason: 'A téléphoné' });
    expect(await households.letters(first.email)).toEqual(['confirmed', 'resized', 'cancelled']);
    const refused = await households.asAgent(RESIZE, { id: second.registration.id, adults: 0 });
    expect(refused.data?.resizeRegistration).toEqual({
      __typename: 'RegistrationChangeRefused',
      reason: 'INVALID',
      problems: [{ field: 'adults' }],
    });
  });

  it('reads a trail that explains itself: who, how many, what was left, until when and why', async () => {
    const session = await world.session(territoryId, { capacity: 2 });
    const first = await households.household(session, 2);
    const second = await households.household(session, 1);
    await households.asAgent(CANCEL, { id: first.registration.id, reason: 'A téléphoné' });
    await households.act('accept', second.token);
    const { data } = await households.asAgent(TRAIL, { id: session });
    const nodes = data?.registrationTrail.nodes;
    expect(nodes.toReversed()).toMatchObject([
      { kind: 'CONFIRMED', by: 'HOUSEHOLD', memberId: null, people: 2, seatsLeft: 0 },
      { kind: 'WAITLISTED', by: 'HOUSEHOLD', people: 1, seatsLeft: 0, position: 1 },
      { kind: 'CANCELLED', by: 'MEMBER', memberId: expect.any(String), seatsLeft: 2, reason: 'A téléphoné' },
      { kind: 'OFFERED', by: 'CLOCK', memberId: null, people: 1, seatsLeft: 1, until: expect.any(String) },
      { kind: 'ACCEPTED', by: 'HOUSEHOLD', people: 1, seatsLeft: 1 },
    ]);
    expect(nodes.toReversed().map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Inscrit pour 2 personnes : le foyer tenait entier dans les places libres, il n’en reste aucune.',
      'Mis en liste d’attente au rang 1 : une personne, plus que les places libres à ce moment (0).',
      'Annulé par l’équipe pour 2 personnes, il en reste 2. Motif : A téléphoné.',
      expect.stringMatching(
        /^Une place proposée jusqu’au \d+ \S+ \d{4} à \d\d:\d\d : premier foyer de la liste à tenir entier dans les places libres\.$/,
      ),
      'Places acceptées à temps pour une personne, il en reste une.',
    ]);
    const own = (await households.own(second.token, 'en')).trail;
    expect(own.map(({ sentence }: { sentence: string }) => sentence).at(-1)).toBe(
      'Put on the waiting list at rank 1: one person, more than the free seats at that moment (0).',
    );
  });
});
