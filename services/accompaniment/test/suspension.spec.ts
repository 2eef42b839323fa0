import { randomUUID } from 'node:crypto';
import { DailyJobs } from '@ancrage/post/daily';
import { createLogger } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { eventually } from '@ancrage/testing/eventually';
import { PostOffice } from '@ancrage/testing/post-office';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { HouseholdLinks } from '../dist/household/household-links.js';
import { OfferEnds } from '../dist/upkeep/offer-ends.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { Registering } from './support/registering.js';

const here = randomUUID();
const neighbour = randomUUID();
const log = createLogger('test', 'silent');
let office: PostOffice;
let world: AccompanimentWorld;
let households: Registering;
beforeAll(async () => {
  office = await PostOffice.open();
  world = await AccompanimentWorld.create(office.mail);
  households = new Registering(world, here);
});
afterAll(async () => {
  await world?.close();
  await office?.close();
});

const operate = (mutation: string, role: Parameters<typeof viewerAs>[0] = 'OPERATOR') =>
  world.subgraph.client({ territoryId: here, viewer: viewerAs(role) })(`mutation { ${mutation} }`);
const suspend = () => operate('suspendTerritoryAccompaniment');
const resume = () => operate('resumeTerritoryAccompaniment');
const recipients = () => office.delivered.map(({ to }) => to);
/** As if the suspension had begun earlier. */
const closedFor = (time: string) =>
  world.superuser.query(
    'update territory_card set closed_since = now() - $2::interval where territory_id = $1',
    [here, time],
  );

async function write(territoryId: string, to: string): Promise<void> {
  await world.superuser.query(
    `insert into letter (id, territory_id, key, sender, recipient, subject, body) values ($1, $2, $3, 'Foix', $4, 'Essai', 'Bonjour')`,
    [randomUUID(), territoryId, to, to],
  );
  await world.superuser.query(`select pg_notify('letter_written', '')`);
}

it('only an operator suspends', async () => {
  expect((await operate('suspendTerritoryAccompaniment', 'ADMINISTRATOR')).errors?.[0]?.extensions.code).toBe(
    'FORBIDDEN',
  );
});

it('no letter leaves from a suspended territory, its neighbour’s do, and what waited leaves afterwards', async () => {
  await suspend();
  await write(here, 'attend@exemple.test');
  await write(neighbour, 'voisine@exemple.test');
  await eventually(recipients).toContain('voisine@exemple.test');
  // The neighbour's turn came after: one more round later the first had every occasion to leave.
  await write(neighbour, 'encore@exemple.test');
  await eventually(recipients).toContain('encore@exemple.test');
  expect(recipients()).not.toContain('attend@exemple.test');
  await suspend();
  await resume();
  await eventually(recipients).toContain('attend@exemple.test');
});

it('an offer stands still, lasts longer afterwards, and its household is told until when', async () => {
  const session = await world.session(here, { capacity: 1, startsAt: '2099-05-01T09:00:00Z' });
  const first = await households.household(session);
  const next = await households.household(session);
  await households.act('cancel', first.token);
  const promised = Date.parse((await households.own(next.token)).offerExpiresAt);
  await suspend();
  const database = await openDatabase(DATABASE, world.database);
  const ends = new OfferEnds(database, new HouseholdLinks(LINK_SECRET), log);
  await ends.run(new Date(promised + 3_600_000));
  expect(await households.status(next.token)).toBe('OFFERED');
  await closedFor('10 days');
  await resume();
  const { status, offerExpiresAt } = await households.own(next.token);
  expect(status).toBe('OFFERED');
  const days = (Date.parse(offerExpiresAt) - promised) / 86_400_000;
  expect(Math.round(days * 100) / 100).toBe(10);
  expect(await households.letters(next.email)).toEqual(['waitlisted', 'offered', 'offered']);
  // Opened again: from now on its clock runs as it was told.
  await ends.run(new Date(Date.parse(offerExpiresAt)));
  expect(await households.status(next.token)).toBe('CANCELLED');
  await database.close();
});

it('no offer outlasts its session, however long the territory was suspended', async () => {
  const session = await world.session(here, { capacity: 1, startsAt: '2099-05-01T09:00:00Z' });
  const first = await households.household(session);
  const next = await households.household(session);
  await households.act('cancel', first.token);
  await suspend();
  await closedFor('200 years');
  await resume();
  expect((await households.own(next.token)).offerExpiresAt).toBe('2099-05-01T09:00:00.000Z');
});

it('daily works wait until it is open again, but for what forgets people in time', async () => {
  const database = await openDatabase(DATABASE, world.database);
  const done: string[] = [];
  const note =
    (name: string) =>
    async (_: unknown, { territoryId }: { territoryId: string | null }) => {
      if (territoryId === here) done.push(name);
    };
  const jobs = new DailyJobs(database, log)
    .everyDay('writes', note('writes'))
    .everyDay('forgets', note('forgets'), { whenClosed: true });
  const day = new Date('2031-03-03T08:00:00Z');
  await suspend();
  await jobs.run(day);
  expect(done).toEqual(['forgets']);
  await resume();
  await jobs.run(day);
  expect(done).toEqual(['forgets', 'writes']);
  await database.close();
});
