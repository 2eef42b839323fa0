import { asSuperuser, ensureServiceDatabase, SERVICES, withDatabase } from '@ancrage/postgres/databases';
import { expect, inject, it } from 'vitest';
import { startService } from './service-process.js';

it.each(SERVICES)(
  'two replicas of %s that start together migrate an empty database once',
  async (service) => {
    const name = `replicas_${service}`;
    const database = await ensureServiceDatabase(
      inject('superuserUrl'),
      service,
      inject('servicePassword'),
      name,
    );
    const replicas = await Promise.all([startService(service, database), startService(service, database)]);
    try {
      await Promise.all(replicas.map((replica) => replica.ready()));
      const applied = await asSuperuser(withDatabase(inject('superuserUrl'), name), (client) =>
        client.query('select name, count(*)::int as times from migration group by 1'),
      );
      expect(applied.rows.length).toBeGreaterThan(0);
      expect(applied.rows.filter(({ times }) => times !== 1)).toEqual([]);
    } finally {
      await Promise.all(replicas.map((replica) => replica.stop()));
    }
  },
);
