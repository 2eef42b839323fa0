import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EntryLinks } from '../dist/entry/entry-links.js';
import { keptAway } from '../dist/personal-data/objection.js';
import { DirectoryWorld, LINK_SECRET } from './support/directory-world.js';
import { type Filled, fillRow, tablesOfPerson } from './support/personal-rows.js';
import { inScope } from './support/scoped-connection.js';

let territoryId: string;
let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());
beforeEach(() => {
  territoryId = randomUUID();
});

const as = (role: Parameters<typeof viewerAs>[0]) =>
  world.subgraph.client({ territoryId, viewer: viewerAs(role) });
const ERASE = `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) {
  __typename ... on ErasureRefused { problems { field message } } } }`;
const erase = async (soloId: string, confirmation: string, objects = false) => {
  const { data, errors } = await as('AGENT')(ERASE, { input: { soloId, confirmation, objects } });
  expect(errors).toBeUndefined();
  return data?.erasePersonalData;
};
const EXPORT = 'mutation ($soloId: ID!) { exportPersonalData(soloId: $soloId) { fileName json } }';

/** A person with the canary in every column that can hold words, in every table that holds anything of them. */
async function personEverywhere(canary: string): Promise<string> {
  const { id, consentId } = await world.publishedSolo(territoryId, {
    displayName: canary,
    slug: canary,
    activity: canary,
    skills: [canary],
    presentation: canary,
  });
  await world.superuser.query(
    `update solo set identified_by = $2, area = $2, naf_code = $2, languages = array[$2], phone = $2, website = $2 where id = $1`,
    [id, canary],
  );
  const filled: Filled = { canary, territoryId, soloId: id, consentId };
  for (const table of await tablesOfPerson(world.superuser)) await fillRow(world.superuser, table, filled);
  // Copies elsewhere: a list that waits to be imported, another record that became theirs, two told apart.
  await fillRow(world.superuser, 'solo_import', { ...filled, jsonb: [[canary, 'autre']] });
  // How far it is and whose it is tell of the member who imports.
  await world.superuser.query(
    `update solo_import set state = 'MAPPED', created_by = 'membre' where territory_id = $1`,
    [territoryId],
  );
  await fillRow(world.superuser, 'solo_merge', {
    ...filled,
    jsonb: { kept: { solo: [{ display_name: canary }] } },
  });
  await world.superuser.query('update solo_merge set kept_id = $1 where territory_id = $2', [
    id,
    territoryId,
  ]);
  return id;
}

/** The tables in which a text is found, in plain or in bytes. */
async function found(canary: string): Promise<string[]> {
  const { rows: tables } = await world.superuser.query(
    `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
  );
  const hex = Buffer.from(canary).toString('hex');
  const holding: string[] = [];
  for (const { relname } of tables) {
    const { rows } = await world.superuser.query(
      `select count(*)::int as count from ${relname} t where to_jsonb(t)::text ilike any (array['%' || $1 || '%', '%' || $2 || '%'])`,
      [canary, hex],
    );
    if (rows[0].count > 0) holding.push(relname);
  }
  return holding;
}

describe('erasing a person', () => {
  it('leaves their words in no row of any table, in no answer, and counts them still', async () => {
    const canary = `canari-${randomUUID().slice(0, 8)}`;
    const id = await personEverywhere(canary);
    // First that they are found: a search that finds nothing proves nothing.
    const everywhere = [
      ...(await tablesOfPerson(world.superuser)),
      'solo',
      'solo_import',
      'solo_merge',
    ].sort();
    expect(await found(canary)).toEqual(everywhere);
    const figures = () =>
      world.superuser
        .query(`select identified from solo_figures(array[$1]::uuid[], current_date)`, [territoryId])
        .then(({ rows }) => rows[0].identified);
    const lastYear = () =>
      world.superuser
        .query(`select published from solo_figures(array[$1]::uuid[], '2024-12-31')`, [territoryId])
        .then(({ rows }) => rows[0].published);
    expect([await figures(), await lastYear()]).toEqual([1, 1]);

    expect(await erase(id, canary)).toEqual({ __typename: 'PersonalDataErased' });

    expect(await found(canary)).toEqual([]);
    expect([await figures(), await lastYear()]).toEqual([1, 1]);
    const { data } = await world.subgraph.client({ territoryId })(
      'query ($slug: String!) { solo(slug: $slug) { id } solos(search: $slug) { totalCount } }',
      { slug: canary },
    );
    expect(data).toEqual({ solo: null, solos: { totalCount: 0 } });
  });

  it('tells the caches, so that no kept answer shows them', async () => {
    const { id } = await world.publishedSolo(territoryId, { displayName: 'Encore en cache' });
    const heard: string[] = [];
    await world.superuser.query('listen territory_changed');
    world.superuser.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await erase(id, 'Encore en cache');
    await world.superuser.query('select 1');
    expect(heard).toContain(territoryId);
    await world.superuser.query('unlisten territory_changed');
  });

  it('covers every table that names a solo', async () => {
    const { rows } = await world.superuser.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'solo_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    const owned = await tablesOfPerson(world.superuser);
    expect(
      rows
        .map(({ relname }) => relname)
        .filter((table) => !owned.includes(table))
        .sort(),
    ).toEqual([
      // An id that leads nowhere any more.
      'access_record',
      'solo_erasure',
    ]);
  });

  it('happens once, and asking again does no harm', async () => {
    const id = await world.identifiedSolo(territoryId, { displayName: 'Une fois' });
    const answers = await Promise.all([erase(id, 'Une fois'), erase(id, 'une fois'), erase(id, 'Une fois')]);
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['PersonalDataErased']));
    expect(await erase(id, '')).toEqual({ __typename: 'PersonalDataErased' });
    const { rows } = await world.superuser.query(
      'select display_name, erased_at is not null as erased from solo where territory_id = $1',
      [territoryId],
    );
    expect(rows).toEqual([{ display_name: '', erased: true }]);
  });

  it('needs the name typed again, and an agent', async () => {
    const id = await world.identifiedSolo(territoryId, { displayName: 'Gardée' });
    expect(await erase(id, 'Autre')).toMatchObject({ problems: [{ field: 'confirmation' }] });
    const { errors } = await as('VIEWER')(ERASE, {
      input: { soloId: id, confirmation: 'Gardée', objects: false },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { rows } = await world.superuser.query('select display_name from solo where id = $1', [id]);
    expect(rows).toEqual([{ display_name: 'Gardée' }]);
  });

  it('remembers those who object, by hashes alone', async () => {
    const id = await world.identifiedSolo(territoryId, { displayName: 'Ne veut pas' });
    await world.superuser.query(
      `insert into solo_contact (solo_id, territory_id, shown, email, email_key, siret) values ($1, $2, '{}', 'Non@exemple.test', 'non@exemple.test', '73282932000074')`,
      [id, territoryId],
    );
    await erase(id, 'Ne veut pas', true);
    const scope = { territoryId, role: 'AGENT', userId: null } as const;
    const known = (keys: object, of = territoryId) =>
      inScope(world.database.appUrl, { territoryId: of, role: 'AGENT' }, (client) =>
        keptAway(client, { ...scope, territoryId: of }, keys),
      );
    expect(await known({ emailKey: 'non@exemple.test' })).toBe(true);
    expect(await known({ siret: '73282932000074' })).toBe(true);
    expect(await known({ emailKey: 'autre@exemple.test' })).toBe(false);
    expect(await known({ emailKey: 'non@exemple.test' }, randomUUID())).toBe(false);
    expect(await found('non@exemple.test')).toEqual([]);
  });
});

describe('the export of a person', () => {
  it('holds what every table has of them, and who looked', async () => {
    const canary = `canari-${randomUUID().slice(0, 8)}`;
    const id = await personEverywhere(canary);
    const asker = viewerAs('AGENT');
    const { data } = await world.subgraph.client({ territoryId, viewer: asker })(EXPORT, { soloId: id });
    const { record, access, merges } = JSON.parse(data?.exportPersonalData.json);
    for (const table of await tablesOfPerson(world.superuser))
      expect(JSON.stringify(record[table]), table).toContain(canary);
    expect(record.solo[0].display_name).toBe(canary);
    expect(Buffer.from(record.solo_photo[0].large.base64, 'base64').toString()).toBe(canary);
    expect(access).toEqual([expect.objectContaining({ what: 'EXPORTED', user_id: asker.userId })]);
    expect(merges).toHaveLength(1);
  });

  it('is refused to those who are not agents, and of somebody elsewhere', async () => {
    const id = await world.identifiedSolo(randomUUID());
    expect((await as('AGENT')(EXPORT, { soloId: id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await as('CONTRIBUTOR')(EXPORT, { soloId: id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a person by their own link', () => {
  const links = new EntryLinks(LINK_SECRET);
  const opened = async (soloId: string) => {
    const id = randomUUID();
    await world.superuser.query(
      `insert into entry_link (id, territory_id, solo_id, email_key, purpose, expires_at, used_at, session_until)
       values ($1, $2, $3, 'moi@exemple.test', 'MANAGE', now() + interval '1 hour', now(), now() + interval '1 hour')`,
      [id, territoryId, soloId],
    );
    return links.sessionOf(id);
  };

  it('takes their data away, and erases themselves once they confirm', async () => {
    const id = await world.identifiedSolo(territoryId, { displayName: 'Moi-même' });
    const ask = world.subgraph.client({ territoryId });
    const session = await opened(id);
    const mine = 'mutation ($session: String!) { exportMyPersonalData(session: $session) { json } }';
    const { data } = await ask(mine, { session });
    expect(JSON.parse(data?.exportMyPersonalData.json).record.solo[0].display_name).toBe('Moi-même');
    expect((await ask(mine, { session: 'x'.repeat(90) })).data).toEqual({ exportMyPersonalData: null });

    const erase = `mutation ($session: String!, $confirmed: Boolean!) {
      eraseMyPersonalData(session: $session, confirmed: $confirmed) { __typename } }`;
    expect((await ask(erase, { session, confirmed: false })).data?.eraseMyPersonalData.__typename).toBe(
      'ErasureRefused',
    );
    expect((await ask(erase, { session, confirmed: true })).data?.eraseMyPersonalData.__typename).toBe(
      'PersonalDataErased',
    );
    expect(await found('Moi-même')).toEqual([]);
    expect((await ask(mine, { session })).data).toEqual({ exportMyPersonalData: null });
  });
});

describe('who looked', () => {
  const LIST = `query ($search: String, $what: AccessKind) { accessRecords(search: $search, what: $what) {
    totalCount nodes { what entries userId names soloId } } }`;

  it('is read by administrators, found by name and by what was done', async () => {
    const id = await world.identifiedSolo(territoryId, { displayName: 'Éléonore Vidal' });
    const asker = viewerAs('AGENT');
    await world.subgraph.client({ territoryId, viewer: asker })(EXPORT, { soloId: id });
    const { data } = await as('ADMINISTRATOR')(LIST, { search: 'vidal', what: 'EXPORTED' });
    expect(data?.accessRecords).toEqual({
      totalCount: 1,
      nodes: [{ what: 'EXPORTED', entries: 1, userId: asker.userId, names: ['Éléonore Vidal'], soloId: id }],
    });
    expect((await as('ADMINISTRATOR')(LIST, { what: 'LISTED' })).data?.accessRecords.totalCount).toBe(0);
    expect((await as('AGENT')(LIST)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
