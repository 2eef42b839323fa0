import { createMailSink, type Message } from '@ancrage/local/mail';
import { afterAll, expect, it } from 'vitest';
import { createMailer } from '../dist/mailer.js';

const sink = await createMailSink({ smtpPort: 0, httpPort: 0 });
const mailer = createMailer(sink.smtpUrl, 'Ancrage <ne-pas-repondre@ancrage.test>');
afterAll(async () => {
  mailer.close();
  await sink.stop();
});

const mail = { to: 'amelie@exemple.test', subject: 'Bonjour', text: 'À bientôt' };
async function received(): Promise<Message[]> {
  const list = (await (await fetch(`${sink.httpUrl}/messages`)).json()) as { id: string }[];
  return Promise.all(
    list.map(async ({ id }) => (await (await fetch(`${sink.httpUrl}/messages/${id}`)).json()) as Message),
  );
}

it('writes in the name of a territory, from the address of the platform', async () => {
  await mailer.send({ ...mail, from: 'Pays de Foix – Haute Ariège' });
  expect((await received())[0]).toMatchObject({
    from: 'Pays de Foix – Haute Ariège <ne-pas-repondre@ancrage.test>',
    to: ['amelie@exemple.test'],
    text: 'À bientôt\n',
  });
});

it.each([
  ['a name', { from: 'Foix" <pirate@mechant.test>\r\nBcc: autre@mechant.test' }],
  ['an address to answer to', { replyTo: 'foix@exemple.test>\r\nBcc: autre@mechant.test' }],
  ['a subject', { subject: 'Bonjour\r\nBcc: autre@mechant.test' }],
])('takes nothing in %s for a sender, a recipient or a header', async (_what, parts) => {
  await mailer.send({ ...mail, ...parts });
  const [last] = await received();
  expect(last?.from).toMatch(/<ne-pas-repondre@ancrage\.test>$/);
  expect(last?.to).toEqual(['amelie@exemple.test']);
});

it('writes from the address alone when nobody is named', async () => {
  await createMailer(sink.smtpUrl, 'ne-pas-repondre@ancrage.test').send(mail);
  expect((await received())[0]?.from).toBe('ne-pas-repondre@ancrage.test');
});
