import { MikroORM, type Options } from '@mikro-orm/postgresql';
import pg from 'pg';

/**
 * Applies pending migrations while holding an advisory lock, so that replicas that start together apply each once
 * and none serves before all are applied.
 */
export async function migrateUnderLock(options: Options, ownerUrl: string): Promise<void> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtext('ancrage migrations'))");
    const orm = await MikroORM.init(options);
    try {
      await orm.migrator.up();
    } finally {
      await orm.close();
    }
  } finally {
    // Ending the connection releases the lock, also when a migration failed.
    await lock.end();
  }
}
