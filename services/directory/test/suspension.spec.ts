import { randomUUID } from 'node:crypto';
import { eventually } from '@ancrage/testing/eventually';
import { PostOffice } from '@ancrage/testing/post-office';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

const here = randomUUID();
const neighbour = randomUUID();
let office: PostOffice;
let world: DirectoryWorld;
beforeAll(async () => {
  office = await PostOffice.open();
  world = await DirectoryWorld.create(office.mail);
});
afterAll(async () => {
  await world?.close();
  await office?.close();
});

const operate = (mutation: string) =>
  world.subgraph.client({ territoryId: here, viewer: viewerAs('OPERATOR') })(`mutation { ${mutation} }`);
const recipients = () => office.delivered.map(({ to }) => to);

async function write(territoryId: string, to: string): Promise<void> {
  await world.superuser.query(
    `insert into letter (id, territory_id, key, sender, recipient, subject, body) values ($1, $2, $3, 'Foix', $4, 'Essai', 'Bonjour')`,
    [randomUUID(), territoryId, to, to],
  );
  await world.superuser.query(`select pg_notify('letter_written', '')`);
}

it('no letter leaves from a suspended territory until it is open again', async () => {
  await operate('suspendTerritoryDirectory');
  await write(here, 'attend@exemple.test');
  for (const to of ['voisine@exemple.test', 'encore@exemple.test']) {
    await write(neighbour, to);
    await eventually(recipients).toContain(to);
  }
  expect(recipients()).not.toContain('attend@exemple.test');
  await operate('resumeTerritoryDirectory');
  await eventually(recipients).toContain('attend@exemple.test');
});

it('links that were sent and yearly questions last longer by as long as it was suspended', async () => {
  const { id } = await world.publishedSolo(here);
  const link = randomUUID();
  await world.superuser.query(`update solo set reconfirm_by = '2031-01-10' where id = $1`, [id]);
  await world.superuser.query(
    `insert into entry_link (id, territory_id, solo_id, email_key, purpose, expires_at)
     values ($1, $2, $3, 'a@b.test', 'MANAGE', '2031-01-01T12:00:00Z')`,
    [link, here, id],
  );
  await operate('suspendTerritoryDirectory');
  await world.superuser.query(
    `update territory_card set closed_since = now() - interval '30 days' where territory_id = $1`,
    [here],
  );
  await operate('resumeTerritoryDirectory');
  const ends = `select s.reconfirm_by::text as entry, l.expires_at::date::text as link from solo s join entry_link l on l.solo_id = s.id where s.id = $1`;
  const later = [{ entry: '2031-02-09', link: '2031-01-31' }];
  expect((await world.superuser.query(ends, [id])).rows).toEqual(later);
  // Opened twice, it is put off once.
  await operate('resumeTerritoryDirectory');
  expect((await world.superuser.query(ends, [id])).rows).toEqual(later);
});
