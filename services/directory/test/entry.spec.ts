import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';
import { type Answer, EntryStory, entryInput } from './support/entry-story.js';

let world: DirectoryWorld;
let here: string;
beforeAll(async () => {
  world = await DirectoryWorld.create();
  here = randomUUID();
});
afterAll(() => world.close());

const story = () => new EntryStory(world, here);
const fieldsOf = (answer: Answer): string[] =>
  (answer['problems'] ?? []).map(({ field }: { field: string }) => field).sort();

/** As the moderators accept it: their own operation is tested beside theirs. */
async function accept(id: string): Promise<void> {
  await world.superuser.query(
    `update entry_change set state = 'ACCEPTED', decided_at = now() where solo_id = $1 and state = 'SUBMITTED'`,
    [id],
  );
  await world.superuser.query(
    `update solo s set status = 'PUBLISHED', published_at = now(), reconfirm_by = current_date + 365,
       (presentation, commune_code, website) = (select c.fields->>'presentation', c.fields->>'communeCode', c.fields->>'website'
         from entry_change c where c.solo_id = s.id order by version desc limit 1)
      where id = $1`,
    [id],
  );
}

describe('writing an entry', () => {
  it('starts empty, keeps a draft that is not complete, and gives it back in its one form', async () => {
    const person = story();
    const session = await person.enter();
    expect(await person.entry(session)).toMatchObject({
      status: 'IDENTIFIED',
      version: 0,
      state: null,
      content: { displayName: '', activity: '', skills: [] },
    });
    const half = await person.save(session, 0, entryInput({ activity: '', communeCode: null, skills: [] }));
    expect(half).toMatchObject({ __typename: 'EntrySaved', entry: { version: 1, state: 'DRAFT' } });
    const { entry } = await person.save(session, 1);
    expect(entry.content).toEqual({
      displayName: 'Atelier Roux',
      activity: 'Ébéniste',
      skills: ['Ébénisterie', 'Marqueterie'],
      presentation: 'Des meubles sur mesure.',
      communeCode: '09122',
      shownPlace: 'COMMUNE',
      area: null,
      nafCode: '31.01Z',
      languages: ['fr', 'oc'],
      phone: '+33561020304',
      website: 'https://atelier-roux.example/',
      canSponsor: true,
      shown: ['WEBSITE', 'LANGUAGES'],
      photo: null,
    });
    expect(await person.found()).not.toContain('Atelier Roux');
  });

  it('does not write over what another tab saved, and loses nothing of either', async () => {
    const person = story();
    const session = await person.enter();
    const tabs = await Promise.all(
      ['Un', 'Deux'].map((displayName) => person.save(session, 0, entryInput({ displayName }))),
    );
    expect(tabs.map((tab) => tab['__typename']).sort()).toEqual(['EntryRefused', 'EntrySaved']);
    expect(fieldsOf(tabs.find((tab) => tab['problems']) ?? {})).toEqual(['version']);
    const kept = tabs.find((tab) => tab['entry'])?.['entry'].content.displayName;
    expect((await person.entry(session))?.['content'].displayName).toBe(kept);
  });

  it.each([
    ['an alphabet that looks like another', { displayName: 'Аtelier Roux' }, 'displayName'],
    ['five megabytes', { presentation: 'é'.repeat(19_000) }, 'presentation'],
    ['a script for an address', { website: 'javascript:alert(1)' }, 'website'],
    ['an address with a password', { website: 'https://a:b@c.example' }, 'website'],
    ['a number that is none', { phone: '12' }, 'phone'],
    ['an activity that INSEE does not know', { nafCode: '99.99Z' }, 'nafCode'],
    ['a language that nobody speaks', { languages: ['zz'] }, 'languages'],
    ['a commune that is none', { communeCode: 'FOIX' }, 'communeCode'],
    ['too many skills', { skills: Array.from({ length: 13 }, (_, i) => `Métier ${i}`) }, 'skills'],
  ])('refuses %s with a word, and saves nothing', async (_, own, field) => {
    const person = story();
    const session = await person.enter();
    const answer = await person.save(session, 0, entryInput(own));
    expect(fieldsOf(answer)).toEqual([field]);
    expect(answer['problems'][0].message.length).toBeGreaterThan(10);
    expect((await person.entry(session))?.['version']).toBe(0);
  });

  it('does not read what nobody types', async () => {
    const person = story();
    const session = await person.enter();
    await expect(person.save(session, 0, entryInput({ presentation: 'x'.repeat(20_001) }))).rejects.toThrow(
      'BAD_INPUT',
    );
  });

  it('keeps markup as text, and nothing that is not seen', async () => {
    const person = story();
    const session = await person.enter();
    const { entry } = await person.save(
      session,
      0,
      entryInput({ displayName: '<script>alert(1)</script>\u202e\u200b', presentation: 'a\u0000<b>b</b>' }),
    );
    expect(entry.content).toMatchObject({
      displayName: '<script>alert(1)</script>',
      presentation: 'a<b>b</b>',
    });
  });
});

describe('sending an entry', () => {
  it('needs it complete, and a consent to the very sentence', async () => {
    const person = story();
    const session = await person.enter();
    await person.save(session, 0, entryInput({ skills: [], activity: ' ' }));
    expect(fieldsOf(await person.submit(session, 1, []))).toEqual(['activity', 'consents', 'skills']);
    await person.save(session, 1);
    const { submitEntry } = await person.ask(
      `mutation ($session: String!) { submitEntry(session: $session, version: 2, consents: [{ purpose: WEB, version: "1999" }]) {
        ... on EntryRefused { problems { field } } } }`,
      { session },
    );
    expect(fieldsOf(submitEntry)).toEqual(['consents']);
    expect((await person.entry(session))?.['consents']).toEqual([]);
  });

  it('keeps what was agreed to word for word, each purpose on its own', async () => {
    const person = story();
    const session = await person.enter();
    await person.save(session, 0);
    const answer = await person.submit(session, 1, ['WEB', 'REGION']);
    expect(answer['entry']).toMatchObject({ status: 'CONSENTED', state: 'SUBMITTED' });
    const { rows } = await world.superuser.query(
      `select purpose, wording, channel, recorded_by = 'solo:' || solo_id as own, evidence from consent where solo_id = $1
        order by purpose`,
      [answer['entry'].id],
    );
    expect(rows).toEqual([
      {
        purpose: 'WEB',
        wording: expect.stringMatching(/^J’accepte que ma fiche/),
        channel: 'WEB',
        own: true,
        evidence: expect.stringContaining('entry_link:'),
      },
      {
        purpose: 'REGION',
        wording: expect.stringMatching(/^J’accepte que mon nom/),
        channel: 'WEB',
        own: true,
        evidence: expect.anything(),
      },
    ]);
    expect((await person.letters()).at(-1)?.subject).toBe('Votre fiche « Atelier Roux » a été envoyée');
    expect(await person.found()).not.toContain('Atelier Roux');
  });

  it('is done once, sent twice: one question, one consent, one letter', async () => {
    const person = story();
    const session = await person.enter();
    await person.save(session, 0);
    await Promise.all([person.submit(session, 1), person.submit(session, 1), person.submit(session, 1)]);
    const { rows } = await world.superuser.query(
      `select (select count(*)::int from consent c where c.solo_id = k.solo_id) as consents,
         (select count(*)::int from entry_change e where e.solo_id = k.solo_id) as changes
       from solo_contact k where email_key = $1`,
      [person.email],
    );
    expect(rows).toEqual([{ consents: 1, changes: 1 }]);
    expect((await person.letters()).filter(({ subject }) => subject.includes('envoyée'))).toHaveLength(1);
  });

  it('leaves the published version until the next is accepted, and tells why one is refused', async () => {
    const person = story();
    const name = `Vannerie ${randomUUID().slice(0, 6)}`;
    const { session, id } = await person.join(entryInput({ displayName: name }));
    await accept(id);
    expect(await person.found()).toContain(name);
    await person.save(session, 1, entryInput({ displayName: `${name} et fils` }));
    const { entry } = await person.submit(session, 2, []);
    expect(entry).toMatchObject({
      status: 'PUBLISHED',
      state: 'SUBMITTED',
      content: { displayName: `${name} et fils` },
      published: { displayName: name },
    });
    expect(await person.found()).toContain(name);
    await world.superuser.query(
      `update entry_change set state = 'REFUSED', reason = 'Quel fils ?' where solo_id = $1 and version = 2`,
      [id],
    );
    expect(await person.entry(session)).toMatchObject({
      state: 'REFUSED',
      reason: 'Quel fils ?',
      content: { displayName: `${name} et fils` },
    });
    // Who edits again starts from what they wrote, not from what shows.
    const again = await person.save(session, 2, entryInput({ displayName: name }));
    expect(again['entry']).toMatchObject({ version: 3, state: 'DRAFT', reason: null });
  });
});

describe('a published entry', () => {
  const published = async () => {
    const person = story();
    const name = `Rucher ${randomUUID().slice(0, 8)}`;
    const joined = await person.join(entryInput({ displayName: name }));
    await accept(joined.id);
    return { person, name, ...joined };
  };

  it('pauses and resumes without moderation', async () => {
    const { person, name, session } = await published();
    expect((await person.act('pauseEntry', session))['entry']).toMatchObject({ hiddenBecause: 'PAUSED' });
    await person.act('pauseEntry', session);
    expect(await person.found()).not.toContain(name);
    expect((await person.act('resumeEntry', session))['entry']).toMatchObject({ status: 'PUBLISHED' });
    expect(await person.found()).toContain(name);
  });

  it('does not resume by itself when the moderators hid it', async () => {
    const { person, name, session, id } = await published();
    await world.superuser.query(
      `update solo set status = 'CONSENTED', hidden_because = 'MODERATED' where id = $1`,
      [id],
    );
    for (const act of ['resumeEntry', 'reconfirmEntry'] as const) await person.act(act, session);
    expect(await person.found()).not.toContain(name);
  });

  it('is renewed for a year by its owner, also after it lapsed', async () => {
    const { person, name, session, id } = await published();
    await world.superuser.query(
      `update solo set status = 'CONSENTED', hidden_because = 'LAPSED', reconfirm_by = current_date - 1 where id = $1`,
      [id],
    );
    const { entry } = await person.act('reconfirmEntry', session);
    expect(entry.status).toBe('PUBLISHED');
    const days = (Date.parse(entry.reconfirmBy) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBeGreaterThanOrEqual(364);
    expect(await person.found()).toContain(name);
  });

  it('goes at once when its owner withdraws, with every consent and every session', async () => {
    const { person, name, session, id } = await published();
    const other = await person.enter();
    expect(await person.found()).toContain(name);
    await person.act('withdrawEntry', session);
    expect(await person.found()).not.toContain(name);
    expect(await person.entry(session)).toBeNull();
    expect(await person.entry(other)).toBeNull();
    const { rows } = await world.superuser.query(
      'select status, (select count(*)::int from consent where solo_id = s.id and holds) as consents from solo s where id = $1',
      [id],
    );
    expect(rows).toEqual([{ status: 'WITHDRAWN', consents: 0 }]);
    expect((await person.letters()).at(-1)?.subject).toContain('est retirée');
  });

  it('comes back with a new consent, as the same one', async () => {
    const { person, session, id } = await published();
    await person.act('withdrawEntry', session);
    const again = await person.enter();
    await person.save(again, 1);
    expect(fieldsOf(await person.submit(again, 2, []))).toEqual(['consents']);
    expect((await person.submit(again, 2))['entry']).toMatchObject({ id, status: 'CONSENTED' });
  });

  it('goes with the consent to the web alone, and stays when another is taken back', async () => {
    const person = story();
    const name = `Moulin ${randomUUID().slice(0, 8)}`;
    const session = await person.enter();
    await person.save(session, 0, entryInput({ displayName: name }));
    const { entry } = await person.submit(session, 1, ['WEB', 'PRESS']);
    await accept(entry.id);
    const take = (purpose: string) =>
      person.ask(
        `mutation ($session: String!) { takeBackConsent(session: $session, purpose: ${purpose}) { __typename } }`,
        { session },
      );
    await take('PRESS');
    expect(await person.found()).toContain(name);
    expect((await person.entry(session))?.['consents']).toMatchObject([{ purpose: 'WEB' }]);
    await take('WEB');
    expect(await person.found()).not.toContain(name);
  });
});

describe('what the database lets an owner do', () => {
  const as = async (soloId: string, sql: string) => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.territory_id', $1, true), set_config('app.role', 'PUBLIC', true), set_config('app.user_id', $2, true)`,
        [here, `solo:${soloId}`],
      );
      return (await client.query(sql)).rowCount;
    } finally {
      await client.query('rollback').catch(() => {});
      await client.end();
    }
  };

  it.each([
    `update solo set activity = 'x' where id = $`,
    `update solo_contact set phone = 'x' where solo_id = $`,
    `update entry_change set state = 'DRAFT' where solo_id = $`,
    `update consent set withdrawn_at = now() where solo_id = $ and withdrawn_at is null`,
    `select 1 from solo_contact where solo_id = $`,
    `select 1 from entry_change where solo_id = $`,
    `select 1 from consent where solo_id = $`,
    `select 1 from entry_link where solo_id = $`,
    `select distinct solo_id from solo_event where solo_id = $`,
  ])('is their own rows and nobody else’s: %s', async (sql) => {
    const [mine, theirs] = [await story().join(), await story().join()];
    const of = (id: string) => sql.replace('$', `'${id}'`);
    // The negative control: the statement does something to one's own.
    expect(await as(mine.id, of(mine.id))).toBe(1);
    expect(await as(mine.id, of(theirs.id))).toBe(0);
  });

  it('is no word, consent or link in another’s name', async () => {
    const [mine, theirs] = [await story().join(), await story().join()];
    for (const sql of [
      `insert into solo_event (id, territory_id, solo_id, kind) values (gen_random_uuid(), '${here}', '${theirs.id}', 'NOTED')`,
      `insert into consent (id, territory_id, solo_id, purpose, wording, version, channel, given_at) values (gen_random_uuid(), '${here}', '${theirs.id}', 'PRESS', 'x', 'x', 'WEB', now())`,
      `insert into entry_link (id, territory_id, solo_id, email_key, purpose, expires_at) values (gen_random_uuid(), '${here}', '${mine.id}', 'x', 'MANAGE', now())`,
    ])
      await expect(as(mine.id, sql)).rejects.toThrow('row-level security');
  });
});
