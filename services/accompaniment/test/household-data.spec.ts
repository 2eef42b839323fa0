import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { everythingIn, knownHousehold, wordyRegistration } from './support/known-household.js';

const FOIX = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.test' };
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

function territory() {
  const territoryId = randomUUID();
  const agent = world.subgraph.client({ territoryId, territory: FOIX, viewer: viewerAs('AGENT') });
  const take = (id: string, as = agent) =>
    as('mutation ($id: ID!) { exportHouseholdData(prospectId: $id) { fileName json } }', { id });
  const erase = async (prospectId: string, confirmation: string) =>
    (
      await agent(
        `mutation ($input: EraseHouseholdInput!) { eraseHousehold(input: $input) { __typename
           ... on HouseholdErasureRefused { problems { field } } } }`,
        { input: { prospectId, confirmation } },
      )
    ).data?.eraseHousehold;
  return { territoryId, agent, take, erase };
}

describe('what is held of a household', () => {
  it('is given whole: every table that names it, its documents by name alone', async () => {
    const { territoryId, take } = territory();
    const id = await knownHousehold(world, territoryId);
    const other = await knownHousehold(world, territoryId, { name: 'Autre', email: 'other@x.example' });
    const session = await world.session(territoryId);
    await wordyRegistration(world, territoryId, session, 'CONFIRMED', { prospectId: id });
    const { json } = (await take(id)).data?.exportHouseholdData ?? {};
    const held = JSON.parse(json);
    const { rows } = await world.superuser.query(
      `select distinct table_name as name from information_schema.columns
        where column_name = 'prospect_id' and table_schema = 'public'`,
    );
    for (const { name } of rows) expect(held.record).toHaveProperty(name);
    const [document] = held.record.prospect_file;
    expect(document.content).toEqual({
      mediaType: document.media_type,
      bytes: 'secret-content'.length,
      name: document.name,
      document: document.id,
    });
    expect(json).not.toContain(Buffer.from('secret-content').toString('base64'));
    for (const secret of ['note', 'heard', 'wording', 'subject', 'diet', 'visit', 'liked'])
      expect(json).toContain(`secret-${secret}`);
    expect(json).not.toContain(other);
  });

  it('is erased once its name was typed, its seat given to the next', async () => {
    const { territoryId, take, erase } = territory();
    const id = await knownHousehold(world, territoryId, { name: 'Famille Riu', email: 'secret@riu.example' });
    const session = await world.session(territoryId, { capacity: 2 });
    await wordyRegistration(world, territoryId, session, 'CONFIRMED', { prospectId: id, adults: 2 });
    const waiting = await world.registration(territoryId, session, 'WAITLISTED', { adults: 2 });
    await world.superuser.query(
      `insert into prospect_import (id, territory_id, file_name, headers, rows, mapping, state, created_by)
       values ($1, $2, 'liste.csv', '{Nom}', '[["Famille Riu"], ["Zoé Blanc"]]', '{}', 'MAPPED', 'x')`,
      [randomUUID(), territoryId],
    );
    expect(await erase(id, 'Famille')).toMatchObject({ problems: [{ field: 'confirmation' }] });
    expect(await everythingIn(world, territoryId)).toContain('secret-note');
    expect(await erase(id, 'famille  riu')).toMatchObject({ __typename: 'HouseholdErased' });
    const after = await everythingIn(world, territoryId);
    expect(after).not.toMatch(/secret|Famille Riu/);
    expect(after).not.toContain(id);
    expect(after).toContain('Zoé Blanc');
    const { rows } = await world.superuser.query('select status from registration where id = $1', [waiting]);
    expect(rows).toEqual([{ status: 'OFFERED' }]);
    expect(await world.counters(session)).toEqual({ seats: 2, waitlist: 0 });
    // Once more does nothing more.
    expect(await erase(id, 'Famille Riu')).toMatchObject({ __typename: 'HouseholdErased' });
    expect((await take(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is for agents of the territory', async () => {
    const { territoryId, take } = territory();
    const id = await knownHousehold(world, territoryId);
    const reader = world.subgraph.client({ territoryId, territory: FOIX, viewer: viewerAs('CONTRIBUTOR') });
    expect((await take(id, reader)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await territory().take(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
