import { randomUUID } from 'node:crypto';
import { DailyJobs } from '@ancrage/post/daily';
import { createLogger, type TerritoryCard } from '@ancrage/subgraph';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { eventually } from '@ancrage/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { EntryLinks } from '../dist/entry/entry-links.js';
import { registerDailyWorks } from '../dist/upkeep/daily-works.js';
import { DirectoryWorld, LINK_SECRET } from './support/directory-world.js';

const log = createLogger('test', 'silent');
const FOIX = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.test' };
const MONDAY = new Date('2027-03-01T08:00:00Z');
const TUESDAY = new Date('2027-03-02T08:00:00Z');
let world: DirectoryWorld;
let database: Database;
let here: string;
let elsewhere: string;

beforeAll(async () => {
  world = await DirectoryWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
beforeEach(async () => {
  await world.superuser.query('delete from territory_card; delete from daily_run; delete from letter');
  [here, elsewhere] = [randomUUID(), randomUUID()];
  for (const territoryId of [here, elsewhere]) await meet(territoryId);
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** A request about the territory, as the gateway sends them. */
async function meet(territoryId: string, territory: TerritoryCard = FOIX): Promise<void> {
  await world.subgraph.client({ territoryId, territory })('{ __typename }');
  const kept = () =>
    world.superuser.query('select slug, name, site from territory_card where territory_id = $1', [
      territoryId,
    ]);
  await eventually(async () => (await kept()).rows).toEqual([territory]);
}

describe('a daily work', () => {
  it('is done once a day in each territory, whoever else is at it', async () => {
    const done: string[] = [];
    const replica = () =>
      new DailyJobs(database, log).everyDay('count', async (_connection, { territoryId }, { name }) => {
        done.push(`${territoryId} ${name}`);
      });
    await Promise.all([replica().run(MONDAY), replica().run(MONDAY), replica().run(MONDAY)]);
    expect(done.sort()).toEqual([`${here} Pays de Foix`, `${elsewhere} Pays de Foix`].sort());
    await replica().run(TUESDAY);
    expect(done).toHaveLength(4);
  });

  it('that fails keeps nothing, is done again later, and holds up no other', async () => {
    let broken = true;
    const done: string[] = [];
    const jobs = new DailyJobs(database, log)
      .everyDay('breaks', async (connection, { territoryId }) => {
        await connection.query(
          `insert into letter (id, territory_id, key, recipient, subject) values ($1, $2, 'k', 'r', 's')`,
          [randomUUID(), territoryId],
        );
        if (broken && territoryId === here) throw new Error('broken');
      })
      .everyDay('holds', async (_connection, { territoryId }) => void done.push(String(territoryId)));
    await jobs.run(MONDAY);
    const written = async () =>
      (await world.superuser.query('select territory_id as id from letter')).rows.map(({ id }) => id);
    expect(await written()).toEqual([elsewhere]);
    expect(done.sort()).toEqual([here, elsewhere].sort());
    broken = false;
    await jobs.run(MONDAY);
    expect((await written()).sort()).toEqual([here, elsewhere].sort());
    expect(done).toHaveLength(2);
  });

  it('knows the territory by its latest name', async () => {
    await meet(here, { ...FOIX, name: 'Pays de Foix – Haute Ariège' });
    const names: string[] = [];
    await new DailyJobs(database, log)
      .everyDay('names', async (_connection, { territoryId }, { name }) => {
        if (territoryId === here) names.push(name);
      })
      .run(MONDAY);
    expect(names).toEqual(['Pays de Foix – Haute Ariège']);
  });
});

it('letters are forgotten: those about nobody known after a month, the others after a year', async () => {
  const soloId = await world.identifiedSolo(here);
  const sent = (key: string, days: number, solo: string | null) =>
    world.superuser.query(
      `insert into letter (id, territory_id, key, solo_id, recipient, subject, sent_at)
       values ($1, $2, $3, $4, 'r', 's', now() - $5 * interval '1 day')`,
      [randomUUID(), here, key, solo, days],
    );
  await sent('unknown, old', 31, null);
  await sent('unknown, recent', 29, null);
  await sent('known, old', 367, soloId);
  await sent('known, recent', 300, soloId);
  await registerDailyWorks(new DailyJobs(database, log), new EntryLinks(LINK_SECRET)).run(MONDAY);
  const { rows } = await world.superuser.query('select key from letter order by key');
  expect(rows.map(({ key }) => key)).toEqual(['known, recent', 'unknown, recent']);
});

it('links are forgotten a month after they ended', async () => {
  const link = (purpose: string, ended: number) =>
    world.superuser.query(
      `insert into entry_link (id, territory_id, email_key, purpose, expires_at)
       values ($1, $2, 'a@b.test', $3, now() - $4 * interval '1 day')`,
      [randomUUID(), here, purpose, ended],
    );
  await link('JOIN', 31);
  await link('MANAGE', 29);
  await registerDailyWorks(new DailyJobs(database, log), new EntryLinks(LINK_SECRET)).run(MONDAY);
  const { rows } = await world.superuser.query('select purpose from entry_link where territory_id = $1', [
    here,
  ]);
  expect(rows.map(({ purpose }) => purpose)).toEqual(['MANAGE']);
});

it('people who were noticed and never agreed are forgotten after three years without a sign', async () => {
  const noticed = (name: string, seed: object = {}) =>
    world.identifiedSolo(here, { displayName: name, identifiedAt: '2024-02-28T10:00:00Z', ...seed });
  await noticed('Sans nouvelle');
  await noticed('Vue depuis', { identifiedAt: '2024-03-02T10:00:00Z' });
  const heard = await noticed('Entendue depuis');
  await world.superuser.query(
    `insert into solo_event (id, territory_id, solo_id, kind, at, note) values ($1, $2, $3, 'NOTED', '2025-01-01', 'Rappelle')`,
    [randomUUID(), here, heard],
  );
  await world.consent(here, await noticed('A consenti'));
  await world.identifiedSolo(elsewhere, { displayName: 'Ailleurs', identifiedAt: '2026-01-01T10:00:00Z' });
  const jobs = () => registerDailyWorks(new DailyJobs(database, log), new EntryLinks(LINK_SECRET));
  await jobs().run(MONDAY);
  await jobs().run(TUESDAY);
  const { rows } = await world.superuser.query(
    'select display_name as name from solo where territory_id = any($1) order by 1',
    [[here, elsewhere]],
  );
  // The row without a name is what goes on counting.
  expect(rows.map(({ name }) => name)).toEqual([
    '',
    'A consenti',
    'Ailleurs',
    'Entendue depuis',
    'Vue depuis',
  ]);
});
