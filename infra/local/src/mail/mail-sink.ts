import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { createMailReader } from './mail-reader.http.js';
import { Mailbox } from './mailbox.js';

export type { Message, MessageSummary } from './mailbox.js';

export interface MailSinkOptions {
  /** 0 takes any free port. */
  smtpPort: number;
  /** 0 takes any free port. */
  httpPort: number;
}

export interface MailSink {
  /** For SMTP_URL. */
  smtpUrl: string;
  /** Where the messages are read: `${httpUrl}/messages`. */
  httpUrl: string;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const LARGEST_MESSAGE = 2 * 1024 * 1024;

/**
 * A real SMTP server that delivers nothing: what it receives is read over HTTP. Both listen on loopback only.
 * Rejects when a port is taken.
 */
export async function createMailSink({ smtpPort, httpPort }: MailSinkOptions): Promise<MailSink> {
  const mailbox = new Mailbox();
  const smtp = createSmtpServer(mailbox);
  const reader = createMailReader(mailbox);
  await listening(smtp.listen(smtpPort, LOOPBACK));
  // An error of one conversation (a client that hangs up) must not end the process.
  smtp.on('error', () => {});
  try {
    await listening(reader.listen(httpPort, LOOPBACK));
  } catch (error) {
    await closed(smtp);
    throw error;
  }
  return {
    smtpUrl: `smtp://${LOOPBACK}:${portOf(smtp.server)}`,
    httpUrl: `http://${LOOPBACK}:${portOf(reader)}`,
    async stop() {
      reader.closeAllConnections();
      await Promise.all([closed(smtp), closed(reader)]);
    },
  };
}

function createSmtpServer(mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MESSAGE,
    closeTimeout: 500,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error('Message too large'), { responseCode: 552 }));
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
        mailbox.receive(Buffer.concat(chunks), envelope).then(() => done(), done);
      });
    },
  });
}

async function listening(server: NetServer): Promise<void> {
  await once(server, 'listening');
}

function closed(server: SMTPServer | Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

const portOf = (server: NetServer): number => (server.address() as AddressInfo).port;
