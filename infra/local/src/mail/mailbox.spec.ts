import { expect, it } from 'vitest';
import { Mailbox } from './mailbox.js';

const envelope = { from: 'ancrage@exemple.test', to: ['un@exemple.test'] };
const raw = (subject: string, body = '') => Buffer.from(`Subject: ${subject}\r\n\r\n${body}`);

it('keeps the last two hundred messages', async () => {
  const mailbox = new Mailbox();
  for (let number = 1; number <= 203; number++) await mailbox.receive(raw(`n${number}`), envelope);
  const subjects = mailbox.list().map(({ subject }) => subject);
  expect([subjects.length, subjects.at(0), subjects.at(-1)]).toEqual([200, 'n203', 'n4']);
});

it('lets the oldest go when they weigh too much', async () => {
  const mailbox = new Mailbox();
  const heavy = 'x'.repeat(12 * 1024 * 1024);
  for (const subject of ['a', 'b', 'c']) await mailbox.receive(raw(subject, heavy), envelope);
  expect(mailbox.list().map(({ subject }) => subject)).toEqual(['c', 'b']);
});
