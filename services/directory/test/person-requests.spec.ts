import { randomUUID } from 'node:crypto';
import { fingerprints, plantCanaries, tracesOf } from '@ancrage/testing/canary-rows';
import { askPersonalData, askUnsigned } from '@ancrage/testing/signed-personal-data';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

const EMAIL = 'canari@riu.example';
const NEAR = 'canaris@riu.example';
const PHONE = '+33561998877';
let world: DirectoryWorld;
let territoryId: string;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());
beforeEach(() => {
  territoryId = randomUUID();
});

const ask = async (kind: 'EXPORT' | 'ERASE') => {
  const { url, secret } = world.subgraph;
  const { status, answer } = await askPersonalData({ url, secret, territoryId }, kind, {
    ...{ emailKey: EMAIL, phoneKey: PHONE },
  });
  expect(status).toBe(200);
  return answer;
};

/** Somebody with a record of their own, and rows that know them by their address alone. */
async function known(name: string, email: string, phone: string, published: boolean): Promise<string> {
  const seed = { displayName: name, slug: `solo-${randomUUID()}`, presentation: `${name}, ${email}` };
  const id = published
    ? (await world.publishedSolo(territoryId, seed)).id
    : await world.identifiedSolo(territoryId, seed);
  const add = (text: string, ...values: unknown[]) =>
    world.superuser.query(text, [randomUUID(), territoryId, ...values]);
  await world.superuser.query(
    `insert into solo_contact (solo_id, territory_id, person_name, email, email_key, phone, phone_key, shown, notes)
     values ($1, $2, $3, $4, $4, $5, $5, '{}', $3)`,
    [id, territoryId, name, email, phone],
  );
  await add(
    `insert into letter (id, territory_id, key, recipient, subject, reply_to) values ($1, $2, $3, 'equipe@territoire.example', $4, $5)`,
    randomUUID(),
    `Message de ${name}`,
    email,
  );
  const actor = randomUUID();
  await world.superuser.query(
    `insert into network_actor (id, territory_id, name, kind, scale) values ($1, $2, 'Office du tourisme', 'ORGANISATION', 'LOCAL')`,
    [actor, territoryId],
  );
  await add(
    'insert into network_contact (id, territory_id, actor_id, name, email, phone) values ($1, $2, $3, $4, $5, $6)',
    ...[actor, name, email, phone.replace('+33', '0')],
  );
  return id;
}

it('forgets a person everywhere, gives what it had before, and leaves the near one as they were', async () => {
  const gone = [
    await known('Odile Canari', EMAIL, PHONE, true),
    await known('Odile Canari', EMAIL, PHONE, false),
  ];
  const near = await known('Odile Canarie', NEAR, '+33561998878', true);
  await world.superuser.query('update solo_contact set notes = $2 where solo_id = $1', [
    near,
    `Voir ${EMAIL} ou ${NEAR}, 05 61 99 88 77`,
  ]);
  const { data, counts: found } = await ask('EXPORT');
  expect(found).toMatchObject({ solos: 2, letters: 2, networkContacts: 2 });
  expect(JSON.stringify(data)).toContain('Message de Odile Canari');
  const { counts, kept } = await ask('ERASE');
  expect(counts).toMatchObject({ solos: 2, letters: 2, networkContacts: 2, mentions: 1 });
  expect(kept).toEqual({ countingRows: 2, objection: 1 });
  expect(
    await tracesOf(world.superuser, [EMAIL, PHONE, '05 61 99 88 77', 'odile canari"', ...gone.slice(0, 1)]),
  ).toEqual(['solo_erasure']);
  const { rows } = await world.superuser.query(
    'select s.display_name, c.email, c.phone_key, c.notes from solo s join solo_contact c on c.solo_id = s.id where s.id = $1',
    [near],
  );
  expect(rows).toEqual([
    { display_name: 'Odile Canarie', email: NEAR, phone_key: '+33561998878', notes: `Voir … ou ${NEAR}, …` },
  ]);
  const again = await ask('ERASE');
  expect(Object.values(again.counts).every((count) => count === 0)).toBe(true);
});

it('answers the gateway alone', async () => {
  await known('Odile Canari', EMAIL, PHONE, true);
  const before = await fingerprints(world.superuser, territoryId);
  expect(await askUnsigned(world.subgraph.url)).toBeGreaterThanOrEqual(400);
  const other = { url: world.subgraph.url, secret: 'another secret than the gateway has', territoryId };
  expect((await askPersonalData(other, 'ERASE', { emailKey: EMAIL })).status).toBeGreaterThanOrEqual(400);
  expect(await fingerprints(world.superuser, territoryId)).toEqual(before);
});

// Last: it takes the checks of the database away.
it('takes an address out of the words of every table that may be changed, in one territory', async () => {
  const other = randomUUID();
  await plantCanaries(world.superuser, territoryId, `Écrire à ${EMAIL} ou à ${NEAR}`);
  await plantCanaries(world.superuser, other, `Écrire à ${EMAIL} ou à ${NEAR}`);
  // What is planted points to nothing that there is; lists have a shape that is read.
  await world.superuser.query(`do $$ declare rule record; begin
    for rule in select conrelid::regclass as relation, conname as name from pg_constraint where contype = 'f' and conparentid = 0
    loop execute format('alter table %s drop constraint %I', rule.relation, rule.name); end loop; end $$`);
  await world.superuser.query(
    `update solo_import set rows = jsonb_build_array(jsonb_build_array(rows::text))`,
  );
  const before = await fingerprints(world.superuser, other);
  await ask('ERASE');
  const holding: string[] = [];
  for (const table of Object.keys(before)) {
    const { rowCount } = await world.superuser.query(
      `select 1 from "${table}" t where territory_id = $1 and position($2 in to_jsonb(t)::text) > 0`,
      [territoryId, EMAIL],
    );
    if (rowCount) holding.push(table);
  }
  // What only grows is never altered, and a message that waits for its sender's yes goes by itself.
  expect(holding).toEqual([
    ...['access_record', 'consent', 'held_message', 'objection_key', 'solo_erasure', 'solo_event'],
  ]);
  expect(await fingerprints(world.superuser, other)).toEqual(before);
});
