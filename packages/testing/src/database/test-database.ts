import { randomBytes } from 'node:crypto';
import {
  asSuperuser,
  type ServiceDatabase,
  type ServiceName,
  withDatabase,
} from '@ancrage/postgres/databases';
import { inject } from 'vitest';
import { ensureTemplate } from './template.js';

export interface TestDatabase extends ServiceDatabase {
  /** Sees everything: for assertions and for what no role of the service may do. */
  superuserUrl: string;
}

/** A migrated, empty database of its own for a test file: a copy of the service's template, dropped with the server. */
export async function createTestDatabase(service: ServiceName): Promise<TestDatabase> {
  const superuserUrl = inject('superuserUrl');
  const name = `test_${service}_${randomBytes(6).toString('hex')}`;
  const template = await ensureTemplate(superuserUrl, service, inject('servicePassword'));
  const role = `ancrage_${service}`;
  await asSuperuser(superuserUrl, (client) =>
    client.query(`create database ${name} template ${template} owner ${role}_owner`),
  );
  const url = (user: string) => {
    const target = new URL(withDatabase(superuserUrl, name));
    target.username = user;
    target.password = inject('servicePassword');
    return target.href;
  };
  return {
    appUrl: url(`${role}_app`),
    ownerUrl: url(`${role}_owner`),
    superuserUrl: withDatabase(superuserUrl, name),
  };
}
