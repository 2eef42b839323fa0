import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { EntryLinks } from '../dist/entry/entry-links.js';
import { yearlyReconfirmation } from '../dist/entry/yearly-reconfirmation.js';
import { DirectoryWorld, LINK_SECRET } from './support/directory-world.js';
import { EntryStory, entryInput } from './support/entry-story.js';

let world: DirectoryWorld;
let database: Database;
const here = randomUUID();
const card = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.test' };
beforeAll(async () => {
  world = await DirectoryWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** What is done on a morning. */
const morning = () =>
  database.write({ territoryId: here, role: 'OPERATOR', userId: null }, (connection) =>
    yearlyReconfirmation(new EntryLinks(LINK_SECRET))(
      connection,
      { territoryId: here, role: 'OPERATOR', userId: null },
      card,
      '2027-03-01',
    ),
  );

/** A published entry whose year ends in so many days. */
async function published(days: number, locale: 'fr' | 'en' = 'fr') {
  const person = new EntryStory(world, here, undefined, locale);
  const name = `Tournage ${randomUUID().slice(0, 8)}`;
  const { id } = await person.join(entryInput({ displayName: name }));
  await world.superuser.query(
    `update solo set status = 'PUBLISHED', published_at = now(), reconfirm_by = current_date + $2::int where id = $1`,
    [id, days],
  );
  const ends = (to: number) =>
    world.superuser.query('update solo set reconfirm_by = current_date + $2::int where id = $1', [id, to]);
  const subjects = async () =>
    (await person.letters())
      .map(({ subject }) => subject)
      .filter((subject) => subject.includes(name))
      .slice(1);
  return { person, name, id, ends, subjects };
}

describe('once a year', () => {
  it('asks a month ahead, once, however often the morning comes', async () => {
    const [far, near] = [await published(31), await published(30)];
    await Promise.all([morning(), morning()]);
    await morning();
    expect(await far.subjects()).toEqual([]);
    expect(await near.subjects()).toEqual([`Votre fiche « ${near.name} » est-elle toujours juste ?`]);
    expect(await near.person.found()).toContain(near.name);
  });

  it('writes in the language in which the owner was met', async () => {
    const { subjects, name } = await published(20, 'en');
    await morning();
    expect(await subjects()).toEqual([`Is your entry “${name}” still right?`]);
  });

  it('keeps an entry for a year by the link of the letter, which opens once', async () => {
    const { person, ends, id } = await published(12);
    await morning();
    const token = await person.token();
    const { session } = await person.open(token);
    await person.act('reconfirmEntry', session);
    await morning();
    const { rows } = await world.superuser.query(
      `select reconfirm_by > current_date + 360 as kept from solo where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ kept: true }]);
    expect(await person.open(token)).toMatchObject({ state: 'USED' });
    await ends(0);
    await morning();
  });

  it('takes an entry off the day after its last, tells its owner, and brings it back on their word', async () => {
    const { person, name, ends, subjects, id } = await published(0);
    await morning();
    expect(await person.found()).toContain(name);
    await ends(-1);
    await morning();
    await morning();
    expect(await person.found()).not.toContain(name);
    expect((await subjects()).at(-1)).toBe(`Votre fiche « ${name} » ne paraît plus`);
    const { rows } = await world.superuser.query(
      `select status, hidden_because, (select count(*)::int from solo_event e where e.solo_id = s.id and kind = 'LAPSED') as noted
        from solo s where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ status: 'CONSENTED', hidden_because: 'LAPSED', noted: 1 }]);
    const { session } = await person.open(await person.token());
    await person.act('reconfirmEntry', session);
    expect(await person.found()).toContain(name);
  });

  it('reminds once, in the last week, who was asked before', async () => {
    const { ends, subjects, id } = await published(25);
    await morning();
    // The same year's question, nearer to its day.
    await world.superuser.query(
      `update letter set key = replace(key, (current_date + 25)::text, (current_date + 5)::text) where solo_id = $1`,
      [id],
    );
    await ends(5);
    await morning();
    await morning();
    expect((await subjects()).filter((subject) => subject.startsWith('Rappel'))).toHaveLength(1);
  });
});
