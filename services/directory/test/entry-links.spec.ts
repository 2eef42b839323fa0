import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntryLinks } from '../dist/entry/entry-links.js';
import { DirectoryWorld, LINK_SECRET } from './support/directory-world.js';
import { EntryStory } from './support/entry-story.js';

let world: DirectoryWorld;
const here = randomUUID();
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

const count = async (table: string, where: string, values: unknown[]) =>
  (await world.superuser.query(`select count(*)::int as n from ${table} where ${where}`, values)).rows[0].n;

describe('asking for a link', () => {
  it('answers alike for an address that is known and one that is not', async () => {
    const known = new EntryStory(world, here);
    await known.join();
    const stranger = new EntryStory(world, here);
    const [first, second] = [await known.request(), await stranger.request()];
    expect({ ...first, email: '' }).toEqual({ ...second, email: '' });
    expect((await known.letters()).at(-1)?.subject).toContain('Votre fiche');
    expect((await stranger.letters()).at(-1)?.subject).toContain('Rejoindre l’annuaire');
    // Asking makes nobody known.
    expect(await count('solo_contact', 'email_key = $1', [stranger.email])).toBe(0);
  });

  it('sends one letter for fifty requests at once, however the address is written', async () => {
    const story = new EntryStory(world, here);
    const spellings = [story.email, story.email.toUpperCase(), ` ${story.email} `];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => story.request(spellings[index % 3])),
    );
    expect(new Set(answers.map((answer) => answer['__typename']))).toEqual(new Set(['EntryLinkSent']));
    expect(await story.letters()).toHaveLength(1);
    expect(await count('entry_link', 'email_key = $1', [story.email])).toBe(1);
  });

  it('sends another once the first was opened, four an hour at most', async () => {
    const story = new EntryStory(world, here);
    for (let time = 0; time < 6; time++) {
      await story.request();
      await story.open(await story.token());
    }
    expect(await story.letters()).toHaveLength(4);
  });

  it('says what is no address, and sends a programme nothing while it answers as ever', async () => {
    const story = new EntryStory(world, here);
    expect(await story.request('camille')).toMatchObject({
      __typename: 'EntryRefused',
      problems: [{ field: 'email' }],
    });
    expect(await story.request(story.email, 'https://spam.example')).toMatchObject({
      __typename: 'EntryLinkSent',
    });
    expect(await story.letters()).toEqual([]);
  });

  it('writes in the reader’s language', async () => {
    const story = new EntryStory(world, here, undefined, 'en');
    await story.request();
    const [letter] = await story.letters();
    expect(letter?.subject).toContain('Join the directory');
    expect(letter?.body).toContain('/en/annuaire/lien/');
  });
});

describe('a link', () => {
  const standing = async (story: EntryStory, token: string) =>
    (await story.ask('query ($token: String!) { entryLink(token: $token) { purpose state } }', { token }))
      .entryLink;

  it('stays closed when it is looked at, and opens once, whichever of two tabs is first', async () => {
    const story = new EntryStory(world, here);
    await story.request();
    const token = await story.token();
    expect(await standing(story, token)).toEqual({ purpose: 'JOIN', state: 'OPEN' });
    expect(await standing(story, token)).toEqual({ purpose: 'JOIN', state: 'OPEN' });
    const tabs = await Promise.all([1, 2, 3, 4].map(() => story.open(token)));
    expect(tabs.map((tab) => tab['__typename']).sort()).toEqual([
      'EntryLinkDead',
      'EntryLinkDead',
      'EntryLinkDead',
      'EntryLinkOpened',
    ]);
    expect(tabs.find((tab) => tab['state'])).toMatchObject({ state: 'USED' });
    expect(await standing(story, token)).toMatchObject({ state: 'USED' });
    expect(await count('solo_contact', 'email_key = $1', [story.email])).toBe(1);
    const { rows } = await world.superuser.query(
      `select s.status, s.identified_by, e.kind, e.user_id = 'solo:' || s.id as themselves
         from solo s join solo_contact c on c.solo_id = s.id join solo_event e on e.solo_id = s.id where c.email_key = $1`,
      [story.email],
    );
    expect(rows).toEqual([
      { status: 'IDENTIFIED', identified_by: 'site', kind: 'IDENTIFIED', themselves: true },
    ]);
  });

  it('joins somebody once, however many links they got', async () => {
    const story = new EntryStory(world, here);
    await story.request();
    const first = await story.token();
    await world.superuser.query(
      `update entry_link set created_at = created_at - interval '20 minutes' where email_key = $1`,
      [story.email],
    );
    await story.request();
    const second = await story.token();
    expect(second).not.toBe(first);
    const opened = await Promise.all([story.open(first), story.open(second)]);
    const entries = await Promise.all(opened.map(({ session }) => story.entry(session)));
    expect(entries[0]?.['id']).toBe(entries[1]?.['id']);
  });

  it('says so when its time is over, and is worth nothing when forged or of another territory', async () => {
    const story = new EntryStory(world, here);
    await story.request();
    const token = await story.token();
    const forged = `${token.slice(0, 40)}${token[40] === 'A' ? 'B' : 'A'}${token.slice(41)}`;
    expect(await story.open(forged)).toEqual({ __typename: 'EntryLinkDead', state: null });
    expect(await standing(story, 'x'.repeat(64))).toBeNull();
    expect(await new EntryStory(world, randomUUID()).open(token)).toMatchObject({ state: null });
    await world.superuser.query('update entry_link set expires_at = now() where email_key = $1', [
      story.email,
    ]);
    expect(await story.open(token)).toMatchObject({ __typename: 'EntryLinkDead', state: 'EXPIRED' });
    expect(await count('solo_contact', 'email_key = $1', [story.email])).toBe(0);
  });

  it('is no session, and a session ends after two hours or when its holder says so', async () => {
    const story = new EntryStory(world, here);
    await story.request();
    const token = await story.token();
    const { session, until } = await story.open(token);
    expect(await story.entry(token)).toBeNull();
    expect(await story.entry(session)).toMatchObject({ email: story.email });
    expect(Math.round((Date.parse(until) - Date.now()) / 60_000)).toBe(120);
    await story.ask('mutation ($session: String!) { endEntrySession(session: $session) }', { session });
    expect(await story.entry(session)).toBeNull();
    expect(await story.save(session, 0)).toMatchObject({ __typename: 'EntrySessionOver' });

    const late = await story.enter();
    await world.superuser.query(
      `update entry_link set session_until = now() - interval '1 second' where email_key = $1`,
      [story.email],
    );
    expect(await story.entry(late)).toBeNull();
  });
});

describe('a link to object', () => {
  const notice = async (story: EntryStory, token: string) =>
    (
      await story.ask(
        'query ($token: String!) { objectionNotice(token: $token) { state displayName identifiedBy } }',
        { token },
      )
    ).objectionNotice;
  const object = async (story: EntryStory, token: string) =>
    (
      await story.ask('mutation ($token: String!) { objectToBeingKept(token: $token) { done state } }', {
        token,
      })
    ).objectToBeingKept;

  it('says what is known, then forgets it, once, whichever of two clicks is first', async () => {
    const story = new EntryStory(world, here);
    const id = await world.identifiedSolo(here, { displayName: 'Canari Opposé' });
    await world.superuser.query(
      `insert into solo_contact (solo_id, territory_id, email, email_key, phone, phone_key, siret, shown, notes)
        values ($1, $2, $3, $3, '+33561020399', '+33561020399', '73282932000074', '{}', 'rencontré au marché')`,
      [id, here, story.email],
    );
    const link = randomUUID();
    await world.superuser.query(
      `insert into entry_link (id, territory_id, solo_id, email_key, purpose, expires_at)
        values ($1, $2, $3, $4, 'OBJECT', now() + interval '1 day')`,
      [link, here, id, story.email],
    );
    const token =
      new EntryLinks(LINK_SECRET).addressOf({ site: '' }, link, 'OBJECT', 'fr').split('/').pop() ?? '';
    expect(await notice(story, token)).toMatchObject({ state: 'OPEN', displayName: 'Canari Opposé' });
    expect(await story.open(token)).toMatchObject({ __typename: 'EntryLinkDead' });
    const clicks = await Promise.all([object(story, token), object(story, token)]);
    expect(clicks.map(({ done }) => done).sort()).toEqual([false, true]);
    expect(await notice(story, token)).toMatchObject({ state: 'USED', displayName: '' });
    const { rows } = await world.superuser.query(
      'select to_jsonb(s) as solo, to_jsonb(c) as contact from solo s join solo_contact c on c.solo_id = s.id where s.id = $1',
      [id],
    );
    expect(rows[0].solo).toMatchObject({ status: 'REFUSED' });
    expect(JSON.stringify(rows)).not.toMatch(/Canari|7328|56102|marché|exemple\.test/);
    expect(rows[0].contact.objected_at).not.toBeNull();
    // They are recognised without being known, until they come by themselves.
    expect(await count('objection_key', 'territory_id = $1', [here])).toBe(3);
    await story.enter();
    expect(await count('objection_key', 'territory_id = $1', [here])).toBe(2);
  });

  it('is heard in the lists of others too, and in the record that became theirs', async () => {
    const story = new EntryStory(world, here);
    const id = await world.identifiedSolo(here, { displayName: 'Canari Recopié' });
    const link = randomUUID();
    await world.superuser.query(
      `insert into entry_link (id, territory_id, solo_id, email_key, purpose, expires_at)
        values ($1, $2, $3, $4, 'OBJECT', now() + interval '1 day')`,
      [link, here, id, story.email],
    );
    await world.superuser.query(
      `insert into solo_import (id, territory_id, file_name, headers, rows, mapping, state, created_by)
        values ($1, $2, 'liste.csv', '{Nom}', '[["Canari Recopié"], ["Quelqu’un d’autre"]]', '{}', 'MAPPED', 'a')`,
      [randomUUID(), here],
    );
    await world.superuser.query(
      `insert into solo_merge (id, territory_id, kept_id, merged_id, before, merged_by)
        values ($1, $2, $3, $4, '{"nom": "Canari Recopié"}', 'a')`,
      [randomUUID(), here, id, randomUUID()],
    );
    const copies = async () =>
      JSON.stringify(
        (
          await world.superuser.query(
            `select (select jsonb_agg(rows) from solo_import where territory_id = $1) as lists,
               (select jsonb_agg(before) from solo_merge where territory_id = $1) as merges`,
            [here],
          )
        ).rows,
      );
    expect((await copies()).match(/Canari Recopié/g)).toHaveLength(2);
    const token =
      new EntryLinks(LINK_SECRET).addressOf({ site: '' }, link, 'OBJECT', 'fr').split('/').pop() ?? '';
    expect(await object(story, token)).toMatchObject({ done: true });
    expect(await copies()).not.toContain('Canari');
    expect(await copies()).toContain('Quelqu’un d’autre');
  });
});
