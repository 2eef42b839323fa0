import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { HouseholdLinks } from '../dist/household/household-links.js';
import { remind } from '../dist/registration/remind.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';

const CARD = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.exemple.fr' };
const here = randomUUID();
const SCOPE: Scope = { territoryId: here, role: 'OPERATOR', userId: null };
const DAY = 86_400_000;
let world: AccompanimentWorld;
let database: Database;

beforeAll(async () => {
  world = await AccompanimentWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
afterAll(async () => {
  await database?.close();
  await world?.close();
});

/** Noon, so many days from today in Paris. */
const noon = (days: number) =>
  `${new Date(Date.parse(reportingDate()) + days * DAY).toISOString().slice(0, 10)}T11:00:00Z`;
const morning = () =>
  database.write(SCOPE, async (connection) => {
    await remind(new HouseholdLinks(LINK_SECRET))(connection, SCOPE, CARD, reportingDate());
  });
async function registered(sessionId: string, status: string, daysAgo = 10): Promise<string> {
  const id = await world.registration(here, sessionId, status);
  await world.write(
    here,
    `update registration set email = $2, registered_at = now() - $3 * interval '1 day' where id = $1`,
    [id, `${id}@exemple.test`, daysAgo],
  );
  return id;
}
const reminded = async () =>
  (
    await world.superuser.query<{ key: string }>(
      `select key from letter where territory_id = $1 and key like 'reminder:%' order by key`,
      [here],
    )
  ).rows.map(({ key }) => key.split(':')[1]);

it('goes to who is confirmed two days before, once for each date, and is written down', async () => {
  const soon = await world.session(here, { startsAt: noon(2) });
  const later = await world.session(here, { startsAt: noon(5) });
  const cancelled = await world.session(here, { startsAt: noon(2), status: 'CANCELLED' });
  const lea = await registered(soon, 'CONFIRMED');
  await registered(soon, 'CANCELLED');
  await registered(soon, 'WAITLISTED');
  await registered(soon, 'CONFIRMED', 0);
  await registered(later, 'CONFIRMED');
  await registered(cancelled, 'CONFIRMED');
  await morning();
  await morning();
  expect(await reminded()).toEqual([lea]);
  const trail = await world.superuser.query(
    `select kind from registration_event where registration_id = $1`,
    [lea],
  );
  expect(trail.rows).toEqual([{ kind: 'REMINDED' }]);

  await world.write(here, 'update discovery_session set starts_at = $2, ends_at = $3 where id = $1', [
    soon,
    noon(1),
    noon(3),
  ]);
  await morning();
  expect(await reminded()).toEqual([lea, lea]);
});
