import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { BounceAddresses } from '../dist/mail/bounce-address.js';
import { takeBounce } from '../dist/mail/take-bounce.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { household } from './support/news-readers.js';

const addresses = new BounceAddresses(LINK_SECRET, 'retours@mail.exemple.fr');
const here = randomUUID();
let world: AccompanimentWorld;
let database: Database;
let prospectId: string;
let letterId: string;

beforeAll(async () => {
  world = await AccompanimentWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
beforeEach(async () => {
  await world.superuser.query('delete from mail_refusal');
  prospectId = await household(world, here, `lea-${randomUUID()}@exemple.test`);
  letterId = randomUUID();
  await world.superuser.query(
    `insert into letter (id, territory_id, key, prospect_id, recipient, subject, sent_at)
     select $1, $2, $3, $4, email, 'Confirmé', now() from prospect_contact where prospect_id = $4`,
    [letterId, here, letterId, prospectId],
  );
});
afterAll(async () => {
  await database?.close();
  await world?.close();
});

/** A notification as Postfix writes them. */
function notification(
  to: string,
  { action = 'failed', status = '5.1.1', said = '550 5.1.1 User unknown' } = {},
) {
  return Buffer.from(
    [
      'Return-Path: <>',
      `Delivered-To: ${to}`,
      'From: MAILER-DAEMON@exemple.test (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain',
      '',
      'I am sorry to have to inform you.',
      '',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.exemple.test',
      '',
      'Final-Recipient: rfc822; autre@exemple.test',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp;',
      `    ${said}`,
      '',
      '--b1',
      'Content-Type: message/rfc822',
      '',
      'Subject: C’est confirmé',
      '',
      'Bonjour',
      '--b1--',
      '',
    ].join('\r\n'),
  );
}
const bounced = async () =>
  (
    await world.superuser.query(
      `select c.bounced_at is not null as bounced, r.detail, l.problem from prospect_contact c
       join letter l on l.prospect_id = c.prospect_id
       left join mail_refusal r on r.email_key = c.email_key and r.reason = 'BOUNCED' where c.prospect_id = $1`,
      [prospectId],
    )
  ).rows[0];

it('a mailbox that is gone is noted with the household, in the words of its server', async () => {
  const message = notification(addresses.addressOf(letterId));
  expect(await takeBounce(database, addresses, message)).toBe('NOTED');
  expect(await takeBounce(database, addresses, message), 'twice changes nothing').toBe('NOTED');
  expect(await bounced()).toEqual({
    bounced: true,
    detail: 'smtp; 550 5.1.1 User unknown',
    problem: 'smtp; 550 5.1.1 User unknown',
  });
});

it.each([
  ['a full mailbox', { status: '5.2.2' }],
  ['a letter that is not wanted', { status: '5.7.1' }],
  ['a letter put off', { action: 'delayed', status: '4.4.1' }],
  ['a delivery', { action: 'delivered', status: '2.0.0' }],
])('%s passes', async (_what, report) => {
  expect(await takeBounce(database, addresses, notification(addresses.addressOf(letterId), report))).toBe(
    'PASSING',
  );
  expect((await bounced()).bounced).toBe(false);
});

it('nobody is believed who was not written to', async () => {
  const forged = addresses
    .addressOf(letterId)
    .replace(/\+(.)/, (_, first) => `+${first === 'a' ? 'b' : 'a'}`);
  expect(await takeBounce(database, addresses, notification(forged))).toBe('UNKNOWN');
  expect(await takeBounce(database, addresses, notification('retours@mail.exemple.fr'))).toBe('UNKNOWN');
  expect(await takeBounce(database, addresses, notification(addresses.addressOf(randomUUID())))).toBe(
    'UNKNOWN',
  );
  // What the mail server says of where it came in counts more than what is written in it.
  const message = notification(addresses.addressOf(letterId));
  expect(await takeBounce(database, addresses, message, 'retours@mail.exemple.fr')).toBe('UNKNOWN');
  expect((await bounced()).bounced).toBe(false);
});

it('an answer of a person, or of a machine that is away, is no report', async () => {
  const answer = Buffer.from(
    `To: ${addresses.addressOf(letterId)}\r\nSubject: Absente\r\n\r\nJe suis en congé.`,
  );
  expect(await takeBounce(database, addresses, answer)).toBe('NO_REPORT');
  expect(await takeBounce(database, addresses, Buffer.from('\u0000\u0001'))).toBe('UNKNOWN');
});
