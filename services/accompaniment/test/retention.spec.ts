import { randomUUID } from 'node:crypto';
import { DailyJobs } from '@ancrage/post/daily';
import { createLogger } from '@ancrage/subgraph';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { watchRetention } from '../dist/retention/retention.work.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { everythingIn, knownHousehold, wordyRegistration } from './support/known-household.js';

const log = createLogger('test', 'silent');
let world: AccompanimentWorld;
let database: Database;
let here: string;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
beforeEach(async () => {
  here = randomUUID();
  await world.superuser.query('delete from territory_card');
  await world.superuser.query(
    'insert into territory_card (territory_id, slug, name, site) values ($1, $2, $2, $2)',
    [here, 'foix'],
  );
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** One replica's daily work, on that day. */
const morning = (day: string) =>
  new DailyJobs(database, log).everyDay('retention', watchRetention).run(new Date(`${day}T08:00:00Z`));
const agent = () => world.subgraph.client({ territoryId: here, viewer: viewerAs('AGENT') });
const one = async (id: string) =>
  (
    await world.superuser.query(
      'select retention_warned_at as warned, anonymised_at as forgotten from prospect where id = $1',
      [id],
    )
  ).rows[0];
const forgotten = async () =>
  (
    await world.superuser.query(
      `select id, adults, children_birth_years as children, stage from prospect
        where territory_id = $1 and anonymised_at is not null`,
      [here],
    )
  ).rows;

// In years to come: the service that runs beside these tests forgets by today’s date.
describe('a household that gives no sign', () => {
  it('is announced thirty days before, and forgotten after three years to the day', async () => {
    const id = await knownHousehold(world, here, { lastContactAt: '2043-06-15T21:30:00Z', children: [2017] });
    await morning('2046-05-15');
    expect(await one(id)).toEqual({ warned: null, forgotten: null });
    await morning('2046-05-16');
    expect((await one(id)).warned).not.toBeNull();
    await morning('2046-06-14');
    expect(await forgotten()).toEqual([]);
    await morning('2046-06-15');
    expect(await one(id)).toBeUndefined();
    expect(await forgotten()).toMatchObject([{ children: [2015], adults: 1 }]);
  });

  it('leaves nothing that tells who it was, and goes on being counted', async () => {
    const session = await world.session(here, { startsAt: '2043-06-01T09:00:00Z' });
    const id = await knownHousehold(world, here, { lastContactAt: '2043-06-15T10:00:00Z', adults: 2 });
    await wordyRegistration(world, here, session, 'ATTENDED', {
      prospectId: id,
      adults: 2,
      children: [2018],
    });
    const before = await everythingIn(world, here);
    // Otherwise what follows would prove nothing.
    expect(before.match(/secret-\w+/g)?.length).toBeGreaterThan(10);
    const attended = () =>
      world.superuser.query(
        `select count(distinct r.prospect_id)::int as households, sum(adults + cardinality(children_birth_years))::int as people
           from registration r where territory_id = $1 and status = 'ATTENDED'`,
        [here],
      );
    const { rows: counted } = await attended();
    await morning('2046-06-15');
    const after = await everythingIn(world, here);
    expect(after).not.toMatch(/secret/);
    expect(after).not.toContain(id);
    expect(after).not.toContain('riu.example');
    expect((await attended()).rows).toEqual(counted);
    expect(after).toContain('"kind": "ANONYMISED"');
    expect(after).toContain('"declared_channel": "PRESS"');
    expect(after).toContain('"rating": 5');
  });

  it('whose last day was a 29 February ends on the 28th, and one of the 28th in a leap year too', async () => {
    await knownHousehold(world, here, { lastContactAt: '2044-02-29T11:00:00Z' });
    await morning('2047-02-27');
    expect(await forgotten()).toHaveLength(0);
    await morning('2047-02-28');
    expect(await forgotten()).toHaveLength(1);
    await knownHousehold(world, here, { lastContactAt: '2045-02-28T11:00:00Z' });
    await morning('2048-02-27');
    expect(await forgotten()).toHaveLength(1);
    await morning('2048-02-28');
    expect(await forgotten()).toHaveLength(2);
  });

  it('is forgotten once, however many replicas look', async () => {
    for (let index = 0; index < 5; index += 1)
      await knownHousehold(world, here, { lastContactAt: '2043-01-10T10:00:00Z' });
    await Promise.all([morning('2046-01-10'), morning('2046-01-10'), morning('2046-01-10')]);
    expect(await forgotten()).toHaveLength(5);
    const { rows } = await world.superuser.query(
      `select count(*)::int as count from prospect_event where territory_id = $1 and kind = 'ANONYMISED'`,
      [here],
    );
    expect(rows).toEqual([{ count: 5 }]);
  });

  it('is kept by a sign of its own alone: our notes and letters change nothing', async () => {
    const silent = await knownHousehold(world, here, { lastContactAt: '2043-06-15T10:00:00Z' });
    const heard = await knownHousehold(world, here, { lastContactAt: '2043-06-15T10:00:00Z' });
    await morning('2046-06-01');
    const scope = { territoryId: here, role: 'AGENT' as const, userId: 'test' };
    const { recordProspectEvent } = await import('../dist/prospect/record-prospect-event.js');
    await database.write(scope, async (connection) => {
      await recordProspectEvent(connection, scope, silent, 'NOTED', { note: 'relance' });
      await recordProspectEvent(connection, scope, silent, 'WRITTEN_TO');
      await recordProspectEvent(connection, scope, heard, 'WROTE', { at: new Date('2046-06-02T10:00:00Z') });
    });
    expect((await one(heard)).warned).toBeNull();
    await morning('2046-06-15');
    expect(await one(silent)).toBeUndefined();
    expect(await one(heard)).toMatchObject({ forgotten: null });
  });

  it('is left to its own rules while it settles', async () => {
    const id = await knownHousehold(world, here, { lastContactAt: '2040-01-01T10:00:00Z' });
    const installation = await world.installation(here, { plannedOn: '2040-06-01' });
    await world.superuser.query('update installation set prospect_id = $2 where id = $1', [installation, id]);
    await morning('2046-06-15');
    expect(await one(id)).toEqual({ warned: null, forgotten: null });
    await world.superuser.query(
      `update installation set status = 'ABANDONED', abandoned_on = '2040-09-01' where id = $1`,
      [installation],
    );
    await morning('2046-06-16');
    expect(await one(id)).toBeUndefined();
  });
});

describe('agents', () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const keep = (id: string, on: string, note = 'Ils demandent à rester connus') =>
    agent()(
      `mutation ($input: KeepHouseholdInput!) { keepHousehold(input: $input) { __typename
         ... on HouseholdKept { endsOn name } ... on HouseholdKeepingRefused { problems { field } } } }`,
      { input: { prospectId: id, how: 'CALLED', on, note } },
    );

  it('see who is forgotten soon, and keep whoever asked for it', async () => {
    const id = await knownHousehold(world, here, {
      lastContactAt: ago(3 * 365 - 10),
      name: 'Famille Proche',
    });
    await knownHousehold(world, here, { lastContactAt: ago(700) });
    const look = async () =>
      (
        await agent()(
          '{ prospectRetention { near { id name daysLeft } forgottenCount } prospectRetentionNotice { count firstEndsOn } }',
        )
      ).data;
    expect(await look()).toMatchObject({
      prospectRetention: { near: [{ id, name: 'Famille Proche' }], forgottenCount: 0 },
      prospectRetentionNotice: { count: 1, firstEndsOn: expect.any(String) },
    });
    expect((await keep(id, '2090-01-01')).data?.keepHousehold).toMatchObject({ problems: [{ field: 'on' }] });
    expect((await keep(id, '2019-01-01')).data?.keepHousehold).toMatchObject({ problems: [{ field: 'on' }] });
    expect((await keep(id, ago(0).slice(0, 10), ' ')).data?.keepHousehold).toMatchObject({
      problems: [{ field: 'note' }],
    });
    expect((await keep(id, ago(1).slice(0, 10))).data?.keepHousehold).toMatchObject({
      name: 'Famille Proche',
    });
    expect((await look())?.prospectRetentionNotice).toEqual({ count: 0, firstEndsOn: null });
  });

  it('alone see it', async () => {
    const reader = world.subgraph.client({ territoryId: here, viewer: viewerAs('VIEWER') });
    expect((await reader('{ prospectRetention { forgottenCount } }')).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });
});
