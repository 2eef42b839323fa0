import { randomUUID } from 'node:crypto';
import { createLogger } from '@ancrage/subgraph';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { viewerAs } from '@ancrage/testing/signed-client';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { forgetOver } from '../dist/retention/forget-over.js';
import { Upkeep } from '../dist/upkeep/upkeep.js';
import { type TwoTerritories, twoTerritories } from './story.js';

const EMAIL = 'mairie@riu.example';
let story: TwoTerritories;
let superuser: pg.Client;
let database: Database;
beforeAll(async () => {
  story = await twoTerritories();
  superuser = new pg.Client({ connectionString: story.database.superuserUrl });
  await superuser.connect();
  const { appUrl, ownerUrl } = story.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
beforeEach(() =>
  superuser.query('truncate correction, campaign_invitation, verification_campaign, premises cascade'),
);
afterAll(async () => {
  await database.close();
  await superuser.end();
  await story.subgraph.stop();
});

const on = (day: string, territory = story.pfha) => forgetOver(database, territory.id, day);
const rows = async (text: string) => (await superuser.query(text)).rows;

/** A visitor's report, decided on a day or by nobody. */
async function reported(note: string, at: string, decided: string | null = null, territory = story.pfha) {
  await superuser.query(
    `insert into correction (id, territory_id, commune_code, origin, note, created_at, status, decided_at, reason)
     values ($1, $2, '09122', 'PUBLIC', $3, $4, case when $5::timestamptz is null then 'PENDING' else 'REFUSED' end::correction_status, $5,
       'Déjà fait')`,
    [randomUUID(), territory.id, note, at, decided],
  );
}
const notes = async () => (await rows('select note from correction order by note')).map(({ note }) => note);

/** A commune that was asked, and answered in somebody's name. */
async function invited(dueOn: string) {
  const campaign = randomUUID();
  await superuser.query(
    `insert into verification_campaign (id, territory_id, name, families, status, due_on, created_by)
     values ($1, $2, 'Automne', '{HEALTH}', 'OPEN', $3, 'agent')`,
    [campaign, story.pfha.id, dueOn],
  );
  await superuser.query(
    `insert into campaign_invitation (id, territory_id, campaign_id, commune_code, email, sent_at, answered_at, answered_by)
     values ($1, $2, $3, '09122', $4, $5, $5, 'Odile Canari')`,
    [randomUUID(), story.pfha.id, campaign, EMAIL, `${dueOn}T08:00:00Z`],
  );
}

async function named(title: string, expiresOn: string, demonstration = false) {
  await superuser.query(
    `insert into premises (id, territory_id, commune_code, kind, title, expires_on, contact_name, contact_email, contact_consent_at,
       demonstration)
     values ($1, $2, '09122', 'WORKSHOP', $3, $4, 'Odile Canari', $5, now(), $6)`,
    [randomUUID(), story.pfha.id, title, expiresOn, EMAIL, demonstration],
  );
}

// In years to come: the service that runs beside these tests forgets by today's date.
it('forgets a report a year after it was decided, and three years after it came when nobody decided', async () => {
  await reported('décidé', '2040-01-01T10:00:00Z', '2043-06-15T21:30:00Z');
  await reported('sans suite', '2041-03-01T10:00:00Z');
  await reported('récent', '2044-03-02T10:00:00Z');
  await reported('voisin', '2040-01-01T10:00:00Z', '2041-01-01T10:00:00Z', story.couserans);
  expect(await on('2044-02-29')).toBe(0);
  expect(await on('2044-03-01')).toBe(1);
  expect(await notes()).toEqual(['décidé', 'récent', 'voisin']);
  expect(await on('2044-06-14')).toBe(0);
  expect(await on('2044-06-15')).toBe(1);
  expect(await on('2044-06-15')).toBe(0);
  expect(await notes()).toEqual(['récent', 'voisin']);
});

it('counts the day on which a report was decided by the clocks of Paris', async () => {
  await reported('tard le soir', '2043-01-01T10:00:00Z', '2043-06-15T22:30:00Z');
  expect(await on('2044-06-15')).toBe(0);
  expect(await on('2044-06-16')).toBe(1);
});

it('forgets whom a campaign wrote to a year after its last day, and keeps that they were asked', async () => {
  await invited('2043-06-15');
  expect(await on('2044-06-14')).toBe(0);
  expect(await on('2044-06-15')).toBe(1);
  expect(
    await rows('select email, answered_by, answered_at is not null as answered from campaign_invitation'),
  ).toEqual([{ email: null, answered_by: null, answered: true }]);
  expect(await on('2044-06-15')).toBe(0);
});

it('names nobody as the contact of premises a year after they last showed, and keeps the place', async () => {
  await named('Atelier', '2043-06-15');
  await named('Bureau', '2043-06-16');
  await named('Exemple', '2040-01-01', true);
  expect(await on('2044-06-15')).toBe(1);
  const left = await rows(
    'select title, contact_name as name, contact_email as email, contact_consent_at is not null as agreed from premises order by title',
  );
  expect(left).toEqual([
    { title: 'Atelier', name: null, email: null, agreed: false },
    { title: 'Bureau', name: 'Odile Canari', email: EMAIL, agreed: true },
    { title: 'Exemple', name: 'Odile Canari', email: EMAIL, agreed: true },
  ]);
});

it('forgets by itself, in a suspended territory too, and tells agents alone what leaves next', async () => {
  await reported('vieux', '2019-01-01T10:00:00Z');
  await reported('à venir', '2024-01-01T10:00:00Z');
  await superuser.query(`update territory set status = 'SUSPENDED' where id = $1`, [story.pfha.id]);
  const upkeep = new Upkeep(database, createLogger('test', 'silent'), null);
  await upkeep.settled();
  await upkeep.stop();
  expect(await notes()).toEqual(['à venir']);
  await superuser.query(`update territory set status = 'ACTIVE' where id = $1`, [story.pfha.id]);
  const ask = (role: 'AGENT' | 'CONTRIBUTOR') =>
    story.subgraph.client({ territoryId: story.pfha.id, viewer: viewerAs(role) })(
      '{ offerRetention { what period held soon nextOn } }',
    );
  expect((await ask('AGENT')).data?.['offerRetention']).toEqual([
    { what: 'reports', period: 'P1Y', held: 0, soon: 0, nextOn: null },
    {
      what: 'undecidedReports',
      period: 'P3Y',
      held: 1,
      soon: expect.any(Number),
      nextOn: expect.any(String),
    },
    { what: 'invitations', period: 'P1Y', held: 0, soon: 0, nextOn: null },
    { what: 'premisesContacts', period: 'P1Y', held: 0, soon: 0, nextOn: null },
  ]);
  expect((await ask('CONTRIBUTOR')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
