import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createMailSink, type Message, type MessageSummary } from '@ancrage/local/mail';
import { ensureServiceDatabase, withDatabase } from '@ancrage/postgres/databases';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createApp } from '../../src/app.js';
import { runCommand } from '../../src/command/run-command.js';
import { readEnv } from '../../src/env.js';
import { Browser } from './browser.js';

export const PFHA = '5e0a1c1e-0f0d-4b0f-8f6e-09f0a6c0a001';
export const COUSERANS = '5e0a1c1e-0f0d-4b0f-8f6e-09f0a6c0a002';
export const GATEWAY_SECRET = 'gateway-secret-for-the-tests-only';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tests' PostgreSQL, as its superuser (packages/testing starts it). */
    superuserUrl: string;
    servicePassword: string;
  }
}

/** A running identity service with a database, a mail server and an operator of its own. */
export type Identity = Awaited<ReturnType<typeof startIdentity>>;

/** An empty database with the roles of a real one. */
export async function emptyDatabase() {
  const name = `identity_${randomBytes(6).toString('hex')}`;
  return ensureServiceDatabase(inject('superuserUrl'), 'identity', inject('servicePassword'), name);
}

export async function startIdentity(overrides: Record<string, string> = {}) {
  const { appUrl, ownerUrl } = await emptyDatabase();
  const mail = await createMailSink({ smtpPort: 0, httpPort: 0 });
  const variables = {
    GATEWAY_SECRET,
    IDENTITY_SECRET: 'a secret only these tests know: ♜♞♝♛♚',
    IDENTITY_DATABASE_URL: appUrl,
    IDENTITY_DATABASE_OWNER_URL: ownerUrl,
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'Ancrage <ne-pas-repondre@ancrage.test>',
    PUBLIC_HOSTS: 'localhost:3000,*.localhost:3000,accueil.exemple.fr',
    LOCAL_RUN: 'true',
    ...overrides,
  };
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const app = await createApp(readEnv(variables), log);
  await once(app.server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const owner = new pg.Pool({
    connectionString: withDatabase(inject('superuserUrl'), new URL(ownerUrl).pathname.slice(1)),
    max: 1,
  });

  let stopped: Promise<void> | undefined;
  const stopService = (): Promise<void> => {
    stopped ??= app.stop();
    return stopped;
  };

  return {
    url,
    appUrl,
    ownerUrl,
    logged,
    browser: (host?: string, headers?: Record<string, string>) => new Browser(url, host, headers),
    /** Runs a command of the operator and gives what it printed. */
    async operator(...args: string[]): Promise<string[]> {
      const printed: string[] = [];
      await runCommand(args, variables, (line) => void printed.push(line));
      return printed;
    },
    /** SQL as the superuser: what no role of the service could do. */
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await owner.query<Row>(text, values)).rows,
    /** The messages an address received, newest first, once all under way are there. */
    async mails(to: string): Promise<Message[]> {
      await app.settled();
      const read = async (path: string): Promise<unknown> => (await fetch(`${mail.httpUrl}${path}`)).json();
      const list = (await read(`/messages?to=${encodeURIComponent(to)}`)) as MessageSummary[];
      return Promise.all(list.map(({ id }) => read(`/messages/${id}`) as Promise<Message>));
    },
    stopService,
    async stop(): Promise<void> {
      await stopService();
      await Promise.all([owner.end(), mail.stop()]);
    },
  };
}
