import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { asSuperuser, ensureServiceDatabase, SERVICES, withDatabase } from '@ancrage/postgres/databases';
import { createTestDatabase } from '@ancrage/testing/database';
import { describe, expect, inject, it } from 'vitest';
import { runEntry, serviceSettings } from './service-process.js';

/** Entry points that can do without a setting are none: each of these needs several. */
const NEEDED: Record<string, string[]> = {
  'services/territory/dist/main.js': [
    'GATEWAY_SECRET',
    'LINK_SECRET',
    'TERRITORY_DATABASE_URL',
    'TERRITORY_DATABASE_OWNER_URL',
  ],
  'services/directory/dist/main.js': [
    'GATEWAY_SECRET',
    'LINK_SECRET',
    'DIRECTORY_DATABASE_URL',
    'DIRECTORY_DATABASE_OWNER_URL',
  ],
  'services/accompaniment/dist/main.js': [
    'GATEWAY_SECRET',
    'LINK_SECRET',
    'ACCOMPANIMENT_DATABASE_URL',
    'ACCOMPANIMENT_DATABASE_OWNER_URL',
  ],
  'services/identity/dist/main.js': [
    'GATEWAY_SECRET',
    'IDENTITY_SECRET',
    'IDENTITY_DATABASE_URL',
    'IDENTITY_DATABASE_OWNER_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'PUBLIC_HOSTS',
  ],
  'gateway/dist/main.js': [
    'GATEWAY_SECRET',
    'TERRITORY_URL',
    'DIRECTORY_URL',
    'ACCOMPANIMENT_URL',
    'IDENTITY_URL',
  ],
  'web/build/server/main.js': ['GATEWAY_URL', 'IDENTITY_URL'],
};

describe('a process without its settings', () => {
  it.each(Object.entries(NEEDED))('%s says every one of them and ends', async (script, needed) => {
    const { printed, closed } = runEntry(script, {});
    const [code] = await closed;
    expect(code).not.toBe(0);
    for (const name of needed) expect(printed()).toContain(name);
    expect(printed(), 'a list, not a stack').not.toMatch(/^\s+at /m);
  });

  it.each(SERVICES)('%s touches nothing before all its settings are right', async (service) => {
    const name = `untouched_${service}`;
    const database = await ensureServiceDatabase(
      inject('superuserUrl'),
      service,
      inject('servicePassword'),
      name,
    );
    const settings = { ...serviceSettings(service, database, 4890), GATEWAY_SECRET: 'court' };
    const { printed, closed } = runEntry(`services/${service}/dist/main.js`, settings);
    expect((await closed)[0]).not.toBe(0);
    expect(printed()).toContain('GATEWAY_SECRET');
    const { rows } = await asSuperuser(withDatabase(inject('superuserUrl'), name), (client) =>
      client.query(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('a service', () => {
  it.each(SERVICES)('%s says in one line that its port is taken', async (service) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const database = await createTestDatabase(service);
    const { printed, closed } = runEntry(
      `services/${service}/dist/main.js`,
      serviceSettings(service, database, port),
    );
    expect((await closed)[0]).not.toBe(0);
    server.close();
    const lines = printed()
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('{'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(String(port));
  });

  it.each(SERVICES)('%s says in one line that its database does not answer', async (service) => {
    const nowhere = {
      appUrl: 'postgres://app@127.0.0.1:9/none',
      ownerUrl: 'postgres://owner@127.0.0.1:9/none',
    };
    const { printed, closed } = runEntry(
      `services/${service}/dist/main.js`,
      serviceSettings(service, nowhere, 4890),
    );
    expect((await closed)[0]).not.toBe(0);
    const lines = printed()
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('{'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/database/i);
  });
});
