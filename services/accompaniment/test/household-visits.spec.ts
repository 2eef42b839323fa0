import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const territoryId = randomUUID();
const elsewhere = randomUUID();
let world: AccompanimentWorld;
let session: string;
let registration: string;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  session = await world.session(territoryId, { startsAt: '2099-05-01T08:00:00Z' });
  registration = await world.registration(territoryId, session, 'CONFIRMED');
});
afterAll(() => world.close());

const client = (as = viewerAs('AGENT'), territory = territoryId) =>
  world.subgraph.client({ territoryId: territory, viewer: as });
const SAVE = `mutation ($input: SaveHouseholdVisitInput!) { saveHouseholdVisit(input: $input) { __typename
  ... on HouseholdVisitSaved { visit { id registrationId startsAt title place host } }
  ... on HouseholdVisitRefused { problems { field message } } } }`;
const VISIT = {
  startsAt: '2099-05-01T14:00',
  title: 'Une maison à Auzat',
  place: 'Rue Haute',
  host: 'L’agence',
};
const save = async (more: object = {}) =>
  (await client()(SAVE, { input: { registrationId: registration, ...VISIT, ...more } })).data
    ?.saveHouseholdVisit;
const list = async (as = client()) =>
  as('query ($id: ID!) { householdVisits(sessionId: $id) { id title startsAt } }', { id: session });
const remove = async (id: string, as = client()) =>
  (await as('mutation ($id: ID!) { removeHouseholdVisit(id: $id) }', { id })).data?.removeHouseholdVisit;

describe('the visits of a household', () => {
  it('are arranged, changed and taken back', async () => {
    const { visit } = await save();
    expect(visit).toMatchObject({
      ...VISIT,
      registrationId: registration,
      startsAt: '2099-05-01T12:00:00.000Z',
    });
    await save({ id: visit.id, startsAt: '2099-05-01T15:00', place: null });
    expect((await list()).data?.householdVisits).toEqual([
      { id: visit.id, title: VISIT.title, startsAt: '2099-05-01T13:00:00.000Z' },
    ]);
    expect([await remove(visit.id), await remove(visit.id)]).toEqual([true, false]);
    expect((await list()).data?.householdVisits).toEqual([]);
  });

  it.each([
    ['on another day', { startsAt: '2099-05-02T10:00' }, 'startsAt'],
    ['without a time', { startsAt: '' }, 'startsAt'],
    ['without a name', { title: ' ' }, 'title'],
    ['of a household that is none', { registrationId: randomUUID() }, 'registrationId'],
  ])('are refused %s', async (_what, wrong, field) => {
    expect((await save(wrong)).problems[0].field).toBe(field);
  });

  it('are not arranged for who cancelled, nor moved to another household', async () => {
    const gone = await world.registration(territoryId, session, 'CANCELLED');
    expect((await save({ registrationId: gone })).problems[0].field).toBe('registrationId');
    const { visit } = await save();
    const other = await world.registration(territoryId, session, 'CONFIRMED');
    expect((await save({ id: visit.id, registrationId: other })).problems[0].field).toBe('id');
    await remove(visit.id);
  });

  it.each(['VIEWER', 'CONTRIBUTOR', 'PUBLIC'] as const)('are nothing to %s', async (role) => {
    expect((await list(client(viewerAs(role)))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { errors } = await client(viewerAs(role))(SAVE, {
      input: { registrationId: registration, ...VISIT },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are the territory’s own', async () => {
    const { visit } = await save();
    const neighbour = client(viewerAs('AGENT'), elsewhere);
    expect((await list(neighbour)).data?.householdVisits).toEqual([]);
    expect(await remove(visit.id, neighbour)).toBe(false);
    const { data } = await neighbour(SAVE, {
      input: { id: visit.id, registrationId: registration, ...VISIT },
    });
    expect(data?.saveHouseholdVisit.problems[0].field).toBe('registrationId');
    expect(await remove(visit.id)).toBe(true);
  });
});
