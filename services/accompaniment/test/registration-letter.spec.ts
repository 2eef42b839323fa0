import { randomUUID } from 'node:crypto';
import type { LetterContent } from '@ancrage/post/letter-content';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HouseholdLinks } from '../dist/household/household-links.js';
import {
  type RegistrationLetterKind,
  writeRegistrationLetter,
} from '../dist/registration/registration-letter.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { inScope } from './support/scoped-connection.js';

const territoryId = randomUUID();
const SCOPE: Scope = { territoryId, role: 'OPERATOR', userId: null };
const CARD = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.exemple.fr' };
const links = new HouseholdLinks(LINK_SECRET);
let world: AccompanimentWorld;

beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world?.close());

/** A registration of somebody who can be written to. */
async function registered(status: string, locale = 'fr') {
  const sessionId = await world.session(territoryId, {
    startsAt: '2027-03-28T00:30:00Z',
    title: 'Fête & « foire »',
    capacity: 40,
  });
  const id = await world.registration(territoryId, sessionId, status, { adults: 2, children: [2019, 2021] });
  await world.write(
    territoryId,
    `update registration set contact_name = 'Léa Octet', email = 'lea@exemple.fr', locale = $2 where id = $1`,
    [id, locale],
  );
  return { sessionId, id };
}

interface WrittenLetter {
  subject: string;
  body: string;
  recipient: string;
  content: LetterContent;
}

/** What is written, twice at that; nothing of it stays. */
function letterOf(kind: RegistrationLetterKind, registrationId: string): Promise<WrittenLetter | undefined> {
  return inScope(world.database.appUrl, { territoryId, role: 'OPERATOR' }, async (client) => {
    const connection = client as unknown as Connection;
    const about = { kind, registrationId, occasion: '7' };
    const first = await writeRegistrationLetter(connection, SCOPE, { card: CARD, links }, about);
    const second = await writeRegistrationLetter(connection, SCOPE, { card: CARD, links }, about);
    const { rows } = await client.query('select * from letter where key = $1', [
      `${kind.toLowerCase()}:${registrationId}:7`,
    ]);
    expect([first, second, rows.length]).toEqual(first ? [true, false, 1] : [false, false, 0]);
    return rows[0];
  });
}

const entryOf = (letter: WrittenLetter | undefined) => {
  const [file] = letter?.content.attachments ?? [];
  return file && { file, calendar: convertIcsCalendar(undefined, file.text) };
};

it('a confirmation says when, for whom, where to change it, and brings the entry for a calendar', async () => {
  const { id } = await registered('CONFIRMED');
  const letter = await letterOf('CONFIRMED', id);
  expect(letter?.subject).toBe('C’est confirmé : Fête & « foire », dimanche 28 mars');
  expect(letter?.body).toContain('Bonjour Léa Octet,');
  // Clocks go forward that night: the session lasts eight hours by the sun, nine by the clock.
  expect(letter?.body).toContain('dimanche 28 mars 2027, de 1 h 30 à 10 h 30 (heure de Paris)');
  expect(letter?.body).toContain('Pour : 2 adultes et 2 enfants');
  expect(letter?.body).toContain(links.addressOf(CARD, 'REGISTRATION', id, 'fr'));
  const entry = entryOf(letter);
  expect(entry?.file.mediaType).toContain('method=REQUEST');
  expect(entry?.calendar.method).toBe('REQUEST');
  expect(entry?.calendar.events?.[0]).toMatchObject({ uid: `${id}@foix.exemple.fr` });
  expect(entry?.calendar.events?.[0]?.start.date.toISOString()).toBe('2027-03-28T00:30:00.000Z');
});

it('who waits reads their place, and their calendar is left alone', async () => {
  const { sessionId, id: first } = await registered('WAITLISTED');
  const second = await world.registration(territoryId, sessionId, 'WAITLISTED', { adults: 1 });
  await world.write(territoryId, `update registration set email = 'max@exemple.fr' where id = $1`, [second]);
  expect((await letterOf('WAITLISTED', first))?.body).toContain('1er (vous êtes les prochains)');
  const letter = await letterOf('WAITLISTED', second);
  expect(letter?.body).toContain('Votre rang sur la liste : 2e');
  expect(entryOf(letter)).toBeUndefined();
});

it('an offer says until when it holds, in words and by the clocks of Paris', async () => {
  const { id } = await registered('OFFERED', 'en');
  await world.write(
    territoryId,
    `update registration set offer_expires_at = '2026-10-25T01:30:00Z' where id = $1`,
    [id],
  );
  const letter = await letterOf('OFFERED', id);
  expect(letter?.body).toContain('by Sunday 25 October 2026 at 2:30 am (Paris time)');
  expect(letter?.body).toContain('https://foix.exemple.fr/en/decouvrir/inscription/');
});

it('a cancelled seat leaves the calendar; one that never was theirs does not', async () => {
  const { id, sessionId } = await registered('CANCELLED');
  expect(entryOf(await letterOf('CANCELLED', id))).toBeUndefined();
  await world.write(
    territoryId,
    `insert into registration_event (territory_id, session_id, registration_id, kind, people, seats_left)
     values ($1, $2, $3, 'CONFIRMED', 4, 16)`,
    [territoryId, sessionId, id],
  );
  await world.write(
    territoryId,
    `update discovery_session set revision = 3, cancel_reason = 'Neige' where id = $1`,
    [sessionId],
  );
  const letter = await letterOf('SESSION_CANCELLED', id);
  expect(letter?.body).toContain('La raison : Neige');
  expect(entryOf(letter)?.calendar).toMatchObject({
    method: 'CANCEL',
    events: [{ status: 'CANCELLED', sequence: 3, uid: `${id}@foix.exemple.fr` }],
  });
});

it.each(['ACCEPTED', 'DECLINED', 'EXPIRED', 'RESIZED', 'SESSION_CHANGED', 'REMINDER', 'SURVEY'] as const)(
  'there is a letter of kind %s in both languages',
  async (kind) => {
    const [french, english] = await Promise.all([registered('CONFIRMED'), registered('CONFIRMED', 'en')]);
    const letters = [await letterOf(kind, french.id), await letterOf(kind, english.id)];
    expect(letters[0]?.body).toContain('l’équipe de Pays de Foix');
    expect(letters[1]?.body).toContain('the team of Pays de Foix');
    for (const letter of letters)
      expect(letter?.body).toMatch(/https:\/\/foix\.exemple\.fr\/(en\/)?decouvrir/);
  },
);

it('nothing is written to who has no address', async () => {
  const { id } = await registered('CONFIRMED');
  await world.write(territoryId, 'update registration set email = null where id = $1', [id]);
  expect(await letterOf('CONFIRMED', id)).toBeUndefined();
});
