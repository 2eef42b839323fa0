import { randomUUID } from 'node:crypto';
import { createMailer } from '@ancrage/post/mailer';
import { Outbox } from '@ancrage/post/outbox';
import { createLogger } from '@ancrage/subgraph';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { eventually } from '@ancrage/testing/eventually';
import { freePort } from '@ancrage/testing/free-port';
import { PostOffice } from '@ancrage/testing/post-office';
import { startSubgraph } from '@ancrage/testing/subgraph';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../dist/app.js';
import { DATABASE } from '../dist/database.js';
import { type NewLetter, writeLetter } from '../dist/letter/write-letter.js';
import { DirectoryWorld, LINK_SECRET } from './support/directory-world.js';

let world: DirectoryWorld;
let database: Database;
let office: PostOffice;
let here: string;
let running: { stop(): Promise<void> }[];

beforeAll(async () => {
  world = await DirectoryWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
beforeEach(async () => {
  await world.superuser.query('delete from letter');
  office = await PostOffice.open();
  here = randomUUID();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  await office.close();
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** A replica of the service that sends by the office. */
async function replica(mail = office.mail) {
  const started = await startSubgraph(createApp, world.database, { linkSecret: LINK_SECRET, mail });
  running.push(started);
  return started;
}
function write(parts: Partial<NewLetter> = {}, territoryId = here): Promise<boolean> {
  const scope = { territoryId, role: 'AGENT', userId: null } as const;
  const letter = {
    ...{ key: randomUUID(), from: 'Pays de Foix', to: 'amelie@exemple.test', subject: 'Essai' },
    ...{ body: 'Bonjour', ...parts },
  };
  return database.write(scope, (connection) => writeLetter(connection, scope, letter));
}
const letters = async () =>
  (
    await world.superuser.query(
      'select recipient, body, attempts, problem, sent_at, failed_at, due_at > now() as later from letter order by created_at',
    )
  ).rows;
const again = () =>
  world.superuser.query(`update letter set due_at = now(); select pg_notify('letter_written', '')`);
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `n${index}@exemple.test`);

describe('a letter', () => {
  it('leaves as soon as its transaction is done, in the name of its territory, and its text is forgotten', async () => {
    await replica();
    await write({ replyTo: 'foix@exemple.test', body: 'https://foix.test/annuaire/lien/secret' });
    await eventually(() => office.delivered.length).toBe(1);
    const [{ to, raw }] = office.delivered as [PostOffice['delivered'][0]];
    expect(to).toBe('amelie@exemple.test');
    expect(raw).toMatch(/^From: Pays de Foix <ne-pas-repondre@ancrage\.test>/m);
    expect(raw).toMatch(/^Reply-To: foix@exemple\.test/m);
    await eventually(letters).toMatchObject([{ body: null, attempts: 1, sent_at: expect.any(Date) }]);
  });

  it('that was written already is not written again', async () => {
    await replica();
    expect([await write({ key: 'une fois' }), await write({ key: 'une fois' })]).toEqual([true, false]);
    await write({ to: 'last@exemple.test' });
    await eventually(() => office.delivered.map(({ to }) => to)).toContain('last@exemple.test');
    expect(office.delivered).toHaveLength(2);
  });

  it('waits for a service that was not there when it was written', async () => {
    await write();
    await replica();
    await eventually(() => office.delivered.length).toBe(1);
  });

  it('that nothing came of, for its transaction was undone, does not leave', async () => {
    await replica();
    const scope = { territoryId: here, role: 'AGENT', userId: null } as const;
    const undone = database.write(scope, async (connection) => {
      const lost = { key: 'k', from: 'F', to: 'lost@exemple.test', subject: 'S', body: 'B' };
      await writeLetter(connection, scope, lost);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await write();
    await eventually(() => office.delivered.length).toBe(1);
    expect(office.delivered[0]?.to).toBe('amelie@exemple.test');
  });
});

describe('two replicas', () => {
  const recipients = addresses(60);
  const sentTo = () => office.delivered.map(({ to }) => to).sort();

  it('send each letter once', async () => {
    const other = randomUUID();
    for (const [index, to] of recipients.entries()) await write({ to }, index % 2 ? here : other);
    await Promise.all([replica(), replica()]);
    await eventually(() => office.delivered.length).toBeGreaterThanOrEqual(recipients.length);
    await eventually(async () => (await letters()).every(({ sent_at }) => sent_at)).toBe(true);
    expect(sentTo()).toEqual([...recipients].sort());
  });

  it('would not, if they did not hold what they send', async () => {
    for (const to of recipients) await write({ to });
    const careless: Database = {
      ...database,
      write: (scope, work) =>
        database.write(scope, (connection) =>
          work({
            query: (text: string, values?: unknown[]) =>
              connection.query(text.replace('for update skip locked', ''), values),
          } as unknown as typeof connection),
        ),
    };
    for (const _ of ['one', 'another']) {
      const mailer = createMailer(office.mail.smtpUrl, office.mail.from);
      const log = createLogger('test', 'silent');
      const outbox = new Outbox({ database: careless, table: 'letter', mailer, log });
      running.push(outbox);
      outbox.wake();
    }
    await eventually(async () => (await letters()).every(({ sent_at }) => sent_at)).toBe(true);
    expect(sentTo().length).toBeGreaterThan(recipients.length);
  });
});

describe('while the mail server is down', () => {
  it('nothing is lost, and all of it leaves once it is back', async () => {
    const port = await freePort();
    await replica({ ...office.mail, smtpUrl: `smtp://127.0.0.1:${port}` });
    for (const to of addresses(5)) await write({ to });
    await eventually(async () => (await letters()).some(({ problem }) => problem)).toBe(true);
    const waiting = await letters();
    expect(waiting.every(({ body, failed_at }) => body === 'Bonjour' && failed_at === null)).toBe(true);
    expect(waiting.filter(({ problem }) => problem).every(({ later }) => later)).toBe(true);
    await office.close();
    office = await PostOffice.open(port);
    await again();
    await eventually(() => office.delivered.map(({ to }) => to).sort()).toEqual(addresses(5));
    await eventually(letters).toMatchObject(addresses(5).map(() => ({ body: null, problem: null })));
  });

  it('for two days, what was tried is given up', async () => {
    await replica({ ...office.mail, smtpUrl: `smtp://127.0.0.1:${await freePort()}` });
    await write();
    await eventually(letters).toMatchObject([{ attempts: 1, failed_at: null }]);
    await world.superuser.query(`update letter set tried_since = now() - interval '47 hours'`);
    await again();
    await eventually(letters).toMatchObject([{ attempts: 2, failed_at: null }]);
    await world.superuser.query(`update letter set tried_since = now() - interval '49 hours'`);
    await again();
    await eventually(letters).toMatchObject([{ attempts: 3, failed_at: expect.any(Date), body: 'Bonjour' }]);
  });
});
