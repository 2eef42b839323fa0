import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { ServiceName } from '@ancrage/postgres/databases';
import type { ProcessDefinition } from '../process/supervised-process.js';
import type { Secrets } from '../secrets.js';
import { type DatabaseUrls, databaseVariables, type LocalSettings, ROOT } from '../settings.js';

type Variables = Record<string, string>;

/** The processes that serve, in the order in which they may be started. */
export interface Services {
  /** Need the databases only. */
  behind: ProcessDefinition[];
  gateway: ProcessDefinition;
  web: ProcessDefinition;
}

/** Describes every serving process of a local run: what to run, with which settings, when it is ready. */
export function describeServices(
  settings: LocalSettings,
  secrets: Secrets,
  databases: DatabaseUrls,
): Services {
  const { ports } = settings;
  const local = (name: keyof typeof ports) => `http://127.0.0.1:${ports[name]}`;
  const common: Variables = {
    ...inherited(),
    NODE_ENV: 'production',
    LOCAL_RUN: 'true',
    LOG_LEVEL: settings.logLevel,
    HOST: '127.0.0.1',
    GATEWAY_SECRET: secrets.gateway,
  };
  const urls: Variables = {
    TERRITORY_URL: local('territory'),
    DIRECTORY_URL: local('directory'),
    ACCOMPANIMENT_URL: local('accompaniment'),
    IDENTITY_URL: local('identity'),
  };
  const service = (name: ServiceName, extra: Variables = {}): ProcessDefinition => ({
    name,
    directory: join(ROOT, 'services', name),
    script: join(ROOT, 'services', name, 'dist/main.js'),
    environment: { ...common, PORT: String(ports[name]), ...databaseSettings(name, databases), ...extra },
    readyUrl: `${local(name)}/ready`,
  });
  const hosts = ['localhost', '*.localhost', '127.0.0.1'].map((host) => `${host}:${ports.web}`);
  const mail: Variables = {
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: 'Ancrage <ne-pas-repondre@ancrage.localhost>',
  };
  const site = `http://{host}:${ports.web}`;
  return {
    behind: [
      service('territory', {
        LINK_SECRET: derived(secrets.identity, 'verification links'),
        ...mail,
        MAIL_DOMAINS: 'demo.ancrage.test',
        SITE_ADDRESS: site,
      }),
      service('directory', { LINK_SECRET: derived(secrets.identity, 'entry links'), ...mail }),
      service('accompaniment', {
        LINK_SECRET: derived(secrets.identity, 'household links'),
        ...mail,
        MAIL_BOUNCES: 'retours@ancrage.localhost',
        GATEWAY_URL: local('gateway'),
      }),
      service('identity', {
        IDENTITY_SECRET: secrets.identity,
        ...mail,
        PUBLIC_HOSTS: hosts.join(','),
      }),
    ],
    gateway: {
      name: 'gateway',
      directory: join(ROOT, 'gateway'),
      script: join(ROOT, 'gateway/dist/main.js'),
      environment: {
        ...common,
        ...urls,
        PORT: String(ports.gateway),
        SITE_ADDRESS: site,
        FREE_OPERATIONS: 'true',
      },
      readyUrl: `${local('gateway')}/ready`,
    },
    web: {
      name: 'web',
      directory: join(ROOT, 'web'),
      script: join(ROOT, 'web/build/server/main.js'),
      environment: {
        ...common,
        PORT: String(ports.web),
        HOST: settings.host,
        GATEWAY_URL: local('gateway'),
        IDENTITY_URL: urls['IDENTITY_URL'] ?? '',
        DEV_MAIL_URL: local('mail'),
      },
      readyUrl: `${local('web')}/ready`,
    },
  };
}

/** A secret that hangs on another one: folders made before it was needed have it too. */
const derived = (secret: string, use: string) => createHmac('sha256', secret).update(use).digest('hex');

/** The settings with which a service's commands reach its database. */
export function databaseSettings(name: ServiceName, databases: DatabaseUrls): Variables {
  const [app, owner] = databaseVariables(name);
  return { [app]: databases[name].appUrl, [owner]: databases[name].ownerUrl };
}

/** The environment of the supervisor itself: PATH, locale, and settings that a developer adds for a service. */
export function inherited(): Variables {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
