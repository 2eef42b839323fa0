import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailSink, type Message, type MessageSummary } from './mail-sink.js';

const sink = await createMailSink({ smtpPort: 0, httpPort: 0 });
const transport = createTransport(sink.smtpUrl);
afterAll(() => sink.stop());
beforeEach(() => fetch(`${sink.httpUrl}/messages`, { method: 'DELETE' }));

const send = (mail: SendMailOptions) =>
  transport.sendMail({
    from: 'Ancrage <ne-pas-repondre@ancrage.test>',
    subject: 'Essai',
    text: 'Bonjour',
    ...mail,
  });
const list = async (query = ''): Promise<MessageSummary[]> =>
  (await fetch(`${sink.httpUrl}/messages${query}`)).json() as Promise<MessageSummary[]>;

describe('the mail sink', () => {
  it('receives a real message and shows it whole', async () => {
    const content = Buffer.from('%PDF-1.7');
    await send({
      to: 'Amélie <amelie@exemple.test>',
      subject: 'Séance découverte à Auzat',
      text: 'À samedi !',
      html: '<p>À samedi&nbsp;!</p>',
      attachments: [{ filename: 'programme.pdf', contentType: 'application/pdf', content }],
    });
    const [line] = await list();
    expect(line).toMatchObject({
      from: 'Ancrage <ne-pas-repondre@ancrage.test>',
      to: ['amelie@exemple.test'],
      subject: 'Séance découverte à Auzat',
    });
    const message = (await (await fetch(`${sink.httpUrl}/messages/${line?.id}`)).json()) as Message;
    expect(message.text?.trim()).toBe('À samedi !');
    expect(message.html?.trim()).toBe('<p>À samedi&nbsp;!</p>');
    expect(message.attachments).toEqual([
      { filename: 'programme.pdf', mimeType: 'application/pdf', size: content.length },
    ]);
  });

  it('finds the messages of one recipient, newest first', async () => {
    await send({ to: 'un@exemple.test', subject: 'premier' });
    await send({ to: 'deux@exemple.test', subject: 'deuxième' });
    await send({ to: 'autre@exemple.test', bcc: 'un@exemple.test', subject: 'troisième' });
    expect((await list('?to=UN@exemple.test')).map(({ subject }) => subject)).toEqual([
      'troisième',
      'premier',
    ]);
  });

  it('refuses a message that is too large', async () => {
    await expect(send({ to: 'un@exemple.test', text: 'x'.repeat(3_000_000) })).rejects.toThrow(/552/);
    expect(await list()).toEqual([]);
  });

  it('says so when a port is taken', async () => {
    const taken = Number(new URL(sink.httpUrl).port);
    await expect(createMailSink({ smtpPort: 0, httpPort: taken })).rejects.toThrow(/EADDRINUSE/);
  });

  it('answers 404 for what it does not have', async () => {
    expect((await fetch(`${sink.httpUrl}/messages/none`)).status).toBe(404);
    expect((await fetch(`${sink.httpUrl}/other`)).status).toBe(404);
  });
});
