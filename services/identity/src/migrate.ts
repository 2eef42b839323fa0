import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ormOptions } from './database.js';

/**
 * Applies pending migrations as the owner while holding an advisory lock, so that replicas that start together apply
 * each once and none serves before all are applied; then lets the service's role use the tables, and nothing more.
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock(hashtext('ancrage migrations'))");
    const orm = await MikroORM.init(ormOptions(ownerUrl));
    try {
      await orm.migrator.up();
    } finally {
      await orm.close();
    }
    const role = pg.escapeIdentifier(decodeURIComponent(new URL(appUrl).username));
    await owner.query(`grant select, insert, update, delete on all tables in schema public to ${role}`);
    await owner.query(`revoke all on migration from ${role}`);
  } finally {
    // Ending the connection releases the lock, also when a migration failed.
    await owner.end();
  }
}
