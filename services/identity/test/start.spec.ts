import { once } from 'node:events';
import { withDatabase } from '@ancrage/postgres/databases';
import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, inject, it } from 'vitest';
import { createApp } from '../src/app.js';
import { openDatabase } from '../src/database.js';
import { EnvError, readEnv } from '../src/env.js';
import { explainFailure } from '../src/failure.js';
import { migrate } from '../src/migrate.js';
import { MIGRATIONS } from '../src/migrations/migration.list.js';
import { sweep } from '../src/sweep.js';
import { emptyDatabase, startIdentity } from './support/identity.js';

const silent = pino({ level: 'silent' });
const variables = ({ appUrl, ownerUrl }: { appUrl: string; ownerUrl: string }) => ({
  GATEWAY_SECRET: 'gateway-secret-for-the-tests-only',
  IDENTITY_SECRET: 'identity-secret-for-the-tests-only',
  IDENTITY_DATABASE_URL: appUrl,
  IDENTITY_DATABASE_OWNER_URL: ownerUrl,
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'ne-pas-repondre@ancrage.test',
  PUBLIC_HOSTS: 'localhost:3000',
});

describe('the settings', () => {
  it('are all checked at once', () => {
    const problemsOf = (source: Record<string, string>): string[] => {
      try {
        readEnv(source);
        return [];
      } catch (error) {
        return (error as EnvError).problems;
      }
    };
    expect(problemsOf({ PORT: '' })).toEqual([
      'IDENTITY_DATABASE_URL is missing',
      'IDENTITY_DATABASE_OWNER_URL is missing',
      'GATEWAY_SECRET is missing',
      'IDENTITY_SECRET is missing',
      'SMTP_URL is missing',
      'MAIL_FROM is missing',
      'PUBLIC_HOSTS is missing',
    ]);
    expect(
      problemsOf({
        ...variables({ appUrl: 'mysql://localhost', ownerUrl: 'postgres://localhost/x' }),
        IDENTITY_SECRET: 'short',
        PORT: '70000',
        PUBLIC_HOSTS: 'exemple.fr, pas un hôte',
        TRUSTED_PROXIES: '10.0.0.0/40',
        OIDC_PROVIDERS: '[{"id":"Mon IdP"}]',
        MAIL_FROM: 'personne',
        LOCAL_RUN: 'peut-être',
      }).map((problem) => problem.split(' ').slice(0, 4).join(' ')),
    ).toEqual([
      'IDENTITY_DATABASE_URL: must be a',
      'LOCAL_RUN: must be true',
      'PORT: must be 65535',
      'IDENTITY_SECRET: must be 32',
      'MAIL_FROM: must hold an',
      'PUBLIC_HOSTS: "pas un hôte"',
      'TRUSTED_PROXIES: "10.0.0.0/40" is not',
      'OIDC_PROVIDERS: 0.id: must be',
      'OIDC_PROVIDERS: 0.discoveryUrl: must be',
      'OIDC_PROVIDERS: 0.clientId: must be',
      'OIDC_PROVIDERS: 0.clientSecret: must be',
      'OIDC_PROVIDERS: 0.label: must be',
    ]);
  });

  it('are strict in production and generous in a local run', async () => {
    const source = variables(await emptyDatabase());
    expect(readEnv(source)).toMatchObject({ SIGN_IN_LIMIT: 20, MAIL_LIMIT: 5, LOCAL_RUN: false, PORT: 4004 });
    expect(readEnv({ ...source, LOCAL_RUN: 'true' }).SIGN_IN_LIMIT).toBeGreaterThan(10_000);
  });
});

describe('starting', () => {
  it('is safe for replicas that start together on an empty database', async () => {
    const env = readEnv(variables(await emptyDatabase()));
    const replicas = await Promise.all([1, 2, 3].map(() => createApp(env, silent)));
    await Promise.all(replicas.map(({ stop }) => stop()));
    const owner = new pg.Client({ connectionString: env.IDENTITY_DATABASE_OWNER_URL });
    await owner.connect();
    expect((await owner.query('select name from migration')).rows).toHaveLength(MIGRATIONS.length);
    await owner.end();
  });

  it('refuses a role to whom row-level security does not apply', async () => {
    const { appUrl, ownerUrl } = await emptyDatabase();
    await migrate(ownerUrl, appUrl);
    const superuser = withDatabase(inject('superuserUrl'), new URL(appUrl).pathname.slice(1));
    await expect(openDatabase(superuser)).rejects.toThrow(/connects as "postgres".*use a plain role/);
    await expect(openDatabase(ownerUrl)).rejects.toThrow(/connects as "ancrage_identity_owner"/);
  });

  it('says plainly what an operator can repair', async () => {
    const { appUrl, ownerUrl } = await emptyDatabase();
    const explain = (owner: string) => migrate(owner, appUrl).then(() => null, explainFailure);
    const changed = (part: 'port' | 'password' | 'pathname', value: string) => {
      const url = new URL(ownerUrl);
      url[part] = value;
      return url.href;
    };
    expect(await explain(changed('port', '1'))).toMatch(/does not answer/);
    expect(await explain(changed('password', 'wrong'))).toMatch(/refuses the login/);
    expect(await explain(changed('pathname', '/none'))).toMatch(/does not exist/);
    expect(explainFailure(new TypeError('a fault of ours'))).toBeNull();
  });
});

describe('running', () => {
  it('says that it is alive, and ready while its database answers, mail or no mail', async () => {
    const env = readEnv(variables(await emptyDatabase()));
    const { server, stop } = await createApp(env, silent);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as { port: number };
    const ask = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      return [answer.status, await answer.json()];
    };
    expect(await ask('/health')).toEqual([200, { status: 'alive' }]);
    expect(await ask('/ready')).toEqual([200, { status: 'ready', database: 'up', mail: 'down' }]);
    expect(await ask('/elsewhere')).toEqual([404, { code: 'NOT_FOUND', message: expect.any(String) }]);
    await stop();
  });

  it('sends the mails under way before it stops', async () => {
    const identity = await startIdentity();
    await identity.operator('grant', '--email', 'pressee@exemple.fr', '--operator');
    await identity.browser().askForLink('pressee@exemple.fr');
    await identity.stopService();
    expect(await identity.mails('pressee@exemple.fr')).toHaveLength(1);
    await identity.stop();
  });

  it('forgets what has expired', async () => {
    const identity = await startIdentity();
    await identity.operator('grant', '--email', 'ancienne@exemple.fr', '--operator');
    await identity.browser().signIn(identity, 'ancienne@exemple.fr');
    await identity.browser().askForLink('ancienne@exemple.fr');
    const database = await openDatabase(identity.appUrl);
    const counts = async () =>
      (
        await identity.sql(
          `select (select count(*)::int from session) as sessions, (select count(*)::int from verification) as links,
                  (select count(*)::int from rate_limit) > 0 as counted`,
        )
      )[0];
    await sweep(database);
    expect(await counts()).toEqual({ sessions: 1, links: 1, counted: true });
    await identity.sql("update session set expires_at = now() - interval '1 second'");
    await identity.sql("update verification set expires_at = now() - interval '1 second'");
    await identity.sql("update rate_limit set resets_at = now() - interval '1 second'");
    await sweep(database);
    expect(await counts()).toEqual({ sessions: 0, links: 0, counted: false });
    await database.close();
    await identity.stop();
  });

  it('forgets an account that has no right and had no visit for three years, and no other', async () => {
    const identity = await startIdentity();
    const database = await openDatabase(identity.appUrl);
    const territory = '5e0a1c1e-0f0d-4b0f-8f6e-09f0a6c0a001';
    const right = ['--territory', territory, '--role', 'VIEWER'];
    for (const name of ['membre', 'ancienne', 'revenue', 'recente'])
      await identity.operator('grant', '--email', `${name}@exemple.fr`, ...right);
    await identity.operator('grant', '--email', 'region@exemple.fr', '--region', '76');
    await identity.operator('grant', '--email', 'exploitation@exemple.fr', '--operator');
    for (const name of ['ancienne', 'revenue', 'recente'])
      await identity.operator('revoke', '--email', `${name}@exemple.fr`, '--territory', territory);
    await identity.sql(
      "update user_account set updated_at = now() - interval '3 years 1 day' where email <> 'recente@exemple.fr'",
    );
    // Whoever signs in is there again, also once the session has ended.
    await identity.browser().signIn(identity, 'revenue@exemple.fr');
    await identity.sql('delete from session');
    await sweep(database);
    const left = await identity.sql('select email from user_account order by email');
    expect(left.map(({ email }) => email.split('@')[0])).toEqual([
      ...['exploitation', 'membre', 'recente', 'region', 'revenue'],
    ]);
    await database.close();
    await identity.stop();
  });
});
