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

const RESULT = `__typename ... on ProspectsMerged { merge { id keptName mergedName undoneAt } } ... on ProspectMergeRefused { problems { message } }`;

function territory() {
  const territoryId = randomUUID();
  const agent = world.subgraph.client({ territoryId, territory: FOIX, viewer: viewerAs('AGENT') });
  const pairs = async () =>
    (
      await agent(
        '{ prospectPairs(first: 10) { totalCount nodes { pair reasons first { name } second { name } } } }',
      )
    ).data?.prospectPairs;
  const input = (keptId: string, mergedId: string, fromMerged: string[]) => ({
    input: { keptId, mergedId, fromMerged },
  });
  const preview = async (...parts: Parameters<typeof input>) =>
    (
      await agent(
        `query ($input: ProspectMergeInput!) { prospectMergePreview(input: $input) {
           notices events files consents result { name email phone stage adults registrations } } }`,
        input(...parts),
      )
    ).data?.prospectMergePreview;
  const merge = async (...parts: Parameters<typeof input>) =>
    (
      await agent(
        `mutation ($input: ProspectMergeInput!) { mergeProspects(input: $input) { ${RESULT} } }`,
        input(...parts),
      )
    ).data?.mergeProspects;
  const undo = async (id: string) =>
    (await agent(`mutation { undoProspectMerge(id: "${id}") { ${RESULT} } }`)).data?.undoProspectMerge;
  return { territoryId, agent, pairs, preview, merge, undo };
}

/** Rows without what grows by itself, in one order: two states are the same when these are. */
async function rowsOf(territoryId: string): Promise<string[]> {
  const all = await everythingIn(world, territoryId);
  return all
    .split('\n')
    .filter((row) => !/^(prospect_merge|territory_card|daily_run)|"kind": "(MERGED|PARTED)"/.test(row))
    .map((row) => row.replace(/"version": \d+/, '').replace(/"retention_warned_at": [^,]+,/, ''))
    .sort();
}

describe('two households that may be one', () => {
  it('are proposed until they are told apart, and again when that is taken back', async () => {
    const { territoryId, agent, pairs } = territory();
    const one = await knownHousehold(world, territoryId, { name: 'Anne Riu', email: 'riu@x.example' });
    const other = await knownHousehold(world, territoryId, { name: 'Paul Riu', email: 'riu@x.example' });
    await knownHousehold(world, territoryId, { name: 'Zoé Blanc' });
    expect(await pairs()).toMatchObject({ totalCount: 1, nodes: [{ reasons: ['EMAIL'] }] });
    const dismiss = (apart: boolean) =>
      agent(`mutation { dismissProspectPair(firstId: "${other}", secondId: "${one}", apart: ${apart}) }`);
    await dismiss(true);
    expect((await pairs()).totalCount).toBe(0);
    await dismiss(false);
    expect((await pairs()).totalCount).toBe(1);
  });

  it('become one with all that is theirs, and are parted again to the last row', async () => {
    const { territoryId, preview, merge, undo } = territory();
    const kept = await knownHousehold(world, territoryId, {
      name: 'Anne Riu',
      email: null,
      phone: '+33561000000',
    });
    const merged = await knownHousehold(world, territoryId, {
      name: 'A. Riu',
      email: 'riu@x.example',
      adults: 2,
    });
    const [spring, autumn] = [await world.session(territoryId), await world.session(territoryId)];
    await wordyRegistration(world, territoryId, spring, 'CONFIRMED', { prospectId: kept });
    await wordyRegistration(world, territoryId, autumn, 'WAITLISTED', { prospectId: merged });
    await world.superuser.query(`update prospect set stage = 'IN_SESSION' where id = $1`, [merged]);
    const before = await rowsOf(territoryId);

    expect(await preview(kept, merged, ['EMAIL', 'HOUSEHOLD'])).toMatchObject({
      notices: [],
      events: 2,
      files: 2,
      consents: 2,
      result: { name: 'Anne Riu', email: 'riu@x.example', stage: 'IN_SESSION', adults: 2, registrations: 2 },
    });
    expect(await rowsOf(territoryId)).toEqual(before);

    const { merge: done } = await merge(kept, merged, ['EMAIL', 'HOUSEHOLD']);
    expect(done).toMatchObject({ keptName: 'Anne Riu', mergedName: 'A. Riu' });
    const of = async (table: string) =>
      (await world.superuser.query(`select 1 from ${table} where prospect_id = $1`, [kept])).rowCount;
    for (const table of [
      'prospect_touch',
      'prospect_file',
      'registration',
      'survey_answer',
      'household_visit',
      'letter',
    ])
      expect([table, await of(table)]).toEqual([table, 2]);
    // A second consent to one purpose adds nothing.
    expect(await of('prospect_consent')).toBe(1);
    expect((await world.superuser.query('select 1 from prospect where id = $1', [merged])).rowCount).toBe(0);

    expect(await undo(done.id)).toMatchObject({ merge: { undoneAt: expect.any(String) } });
    expect(await rowsOf(territoryId)).toEqual(before);
    expect(await undo(done.id)).toMatchObject({ __typename: 'ProspectMergeRefused' });
  });

  it('that are registered for one session keep the better seat, and the other is offered on', async () => {
    const { territoryId, preview, merge, undo } = territory();
    const kept = await knownHousehold(world, territoryId, { name: 'Anne Riu' });
    const merged = await knownHousehold(world, territoryId, { name: 'A. Riu' });
    const session = await world.session(territoryId, { capacity: 4 });
    const late = await wordyRegistration(world, territoryId, session, 'WAITLISTED', {
      prospectId: kept,
      adults: 2,
    });
    const seat = await wordyRegistration(world, territoryId, session, 'CONFIRMED', {
      prospectId: merged,
      adults: 2,
    });
    const extra = await wordyRegistration(world, territoryId, session, 'CONFIRMED', {
      prospectId: await knownHousehold(world, territoryId, { name: 'Autres' }),
      adults: 2,
    });
    expect((await preview(kept, merged, [])).notices).toEqual(['SEAT_GIVEN_UP']);
    const { merge: done } = await merge(kept, merged, []);
    const standing = async (id: string) =>
      (
        await world.superuser.query('select status, prospect_id as "of" from registration where id = $1', [
          id,
        ])
      ).rows[0];
    expect(await standing(late)).toEqual({ status: 'CANCELLED', of: kept });
    expect(await standing(seat)).toEqual({ status: 'CONFIRMED', of: kept });
    expect(await standing(extra)).toMatchObject({ status: 'CONFIRMED' });
    expect(await world.counters(session)).toEqual({ seats: 4, waitlist: 0 });
    await undo(done.id);
    // What was given up went through the rules of the queue: it does not come back.
    expect(await standing(late)).toEqual({ status: 'CANCELLED', of: kept });
    expect(await standing(seat)).toEqual({ status: 'CONFIRMED', of: merged });
  });

  it('are not parted over a later change; what came since stays, and a later no holds', async () => {
    const { territoryId, merge, undo } = territory();
    const kept = await knownHousehold(world, territoryId, { name: 'Anne Riu' });
    const merged = await knownHousehold(world, territoryId, { name: 'A. Riu' });
    const { merge: done } = await merge(kept, merged, []);
    await world.write(
      territoryId,
      `update prospect_consent set withdrawn_at = now() where prospect_id = $1`,
      [kept],
    );
    await world.write(
      territoryId,
      `insert into prospect_event (id, territory_id, prospect_id, kind, note) values ($1, $2, $3, 'NOTED', 'venue depuis')`,
      [randomUUID(), territoryId, kept],
    );
    await world.write(territoryId, `update prospect set project = 'autre' where id = $1`, [kept]);
    expect((await undo(done.id)).problems[0].message).toMatch(/modifiée depuis/);
    await world.write(territoryId, `update prospect set project = 'secret-projet' where id = $1`, [kept]);
    await undo(done.id);
    const { rows } = await world.superuser.query(
      `select prospect_id as "of", withdrawn_at is not null as ended from prospect_consent where territory_id = $1 order by 2 desc`,
      [territoryId],
    );
    expect(rows).toEqual([
      { of: kept, ended: true },
      { of: merged, ended: false },
    ]);
    const { rows: notes } = await world.superuser.query(
      `select prospect_id as "of" from prospect_event where note = 'venue depuis'`,
    );
    expect(notes).toEqual([{ of: kept }]);
  });

  it('are for agents of their territory', async () => {
    const { territoryId } = territory();
    const [one, other] = [await knownHousehold(world, territoryId), await knownHousehold(world, territoryId)];
    const reader = world.subgraph.client({ territoryId, viewer: viewerAs('VIEWER') });
    expect((await reader('{ prospectPairCount }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await territory().merge(one, other, [])).toMatchObject({ __typename: 'ProspectMergeRefused' });
  });
});
