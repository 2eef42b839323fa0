import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { LinkedAccount } from './account/linked-account.entity.js';
import { Session } from './account/session.entity.js';
import { SigningKey } from './account/signing-key.entity.js';
import { UserAccount } from './account/user-account.entity.js';
import { Verification } from './account/verification.entity.js';
import { ApiKey } from './api-key/api-key.entity.js';
import { RateLimit } from './http/rate-limit.entity.js';
import { MIGRATIONS } from './migrations/migration.list.js';
import { Membership } from './rights/membership.entity.js';
import { RegionalObserver } from './rights/regional-observer.entity.js';

export type Database = MikroORM;

/** What the operator can repair about the database; the message says how. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** Options of the ORM; `snapshotFolder` is for the generation of migrations alone. */
export function ormOptions(url: string, snapshotFolder?: string): Options {
  return {
    clientUrl: url,
    entities: [
      UserAccount,
      Session,
      LinkedAccount,
      Verification,
      SigningKey,
      Membership,
      RegionalObserver,
      ApiKey,
      RateLimit,
    ],
    extensions: [Migrator],
    migrations: {
      migrationsList: MIGRATIONS,
      tableName: 'migration',
      snapshot: snapshotFolder !== undefined,
      snapshotName: '.snapshot-identity',
      path: snapshotFolder,
      pathTs: snapshotFolder,
      emit: 'ts',
      silent: snapshotFolder === undefined,
    },
    pool: { max: 10 },
    forceUtcTimezone: true,
  };
}

/**
 * Connects as the service's role. Refuses a role for which the database's policies would not hold:
 * a superuser, one that bypasses row-level security, or the owner of the tables.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = await MikroORM.init(ormOptions(url));
  try {
    const [role] = await database.em.fork().execute<{ name: string; unbound: boolean; owner: boolean }[]>(
      `select rolname as name, rolsuper or rolbypassrls as unbound,
              exists (select from pg_tables where tableowner = rolname and schemaname = current_schema()) as owner
         from pg_roles where rolname = current_user`,
    );
    if (role?.unbound || role?.owner) {
      throw new DatabaseError(
        `IDENTITY_DATABASE_URL connects as "${role.name}", to whom row-level security does not apply: use a plain role that owns no table.`,
      );
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
