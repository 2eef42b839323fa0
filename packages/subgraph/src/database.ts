import 'reflect-metadata';
import type { AnyEntity, Constructor, SessionContext } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { type EntityManager, MikroORM, type Options } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { migrateUnderLock } from './migrate.js';
import { type Connection, PooledReads } from './pooled-reads.js';
import type { Scope } from './scope.js';
import type { ScopedStatement } from './scoped-query.js';
import { SharedReads } from './shared-reads.js';

export type { Connection } from './pooled-reads.js';

export interface DatabaseDefinition {
  /** Name of the service, e.g. `territory`: its roles are ancrage_territory_owner, _app and _figures. */
  service: string;
  entities: Constructor<AnyEntity>[];
  /** Every migration, oldest first. */
  migrations: NonNullable<NonNullable<Options['migrations']>['migrationsList']>;
  /** Folder of the committed migrations and their snapshot; only generation and its check use it. */
  migrationsPath?: string;
}

/** A service's database: entities for writes and single records, statements for reads of many rows. */
export interface Database {
  /** An entity manager whose every statement runs with the scope's settings. */
  fork(scope: Scope): EntityManager;
  /** Rows of one SQL statement, run with the scope's settings in one round trip. */
  read<Row extends pg.QueryResultRow>(scope: Scope, statement: ScopedStatement): Promise<Row[]>;
  /** Several SQL statements with the scope's settings, as one transaction; for writes of many rows. */
  write<Result>(scope: Scope, work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Brings the schema up to date as the owner; safe when replicas start together. */
  migrate(): Promise<void>;
  /** Resolves when the server answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Options of a service's ORM; also used by the generation of migrations. */
export function ormOptions(definition: DatabaseDefinition, url: string): Options {
  return {
    clientUrl: url,
    entities: definition.entities,
    extensions: [Migrator],
    migrations: {
      migrationsList: definition.migrations,
      tableName: 'migration',
      snapshotName: 'snapshot',
      snapshot: definition.migrationsPath !== undefined,
      // The snapshot says what the entities declare; what migrations add by hand is theirs.
      snapshotOnMigrate: false,
      ...(definition.migrationsPath && {
        path: definition.migrationsPath,
        pathTs: definition.migrationsPath,
      }),
      emit: 'ts',
    },
    pool: { max: 10 },
    // Services log what matters themselves; the commands' output is for people.
    logger: () => {},
    ignoreUndefinedInQuery: true,
    forceUtcTimezone: true,
  };
}

/** Connects to a service's database. Nothing is sent before the first use. */
export async function openDatabase(
  definition: DatabaseDefinition,
  urls: { appUrl: string; ownerUrl: string },
): Promise<Database> {
  const orm = await MikroORM.init(ormOptions(definition, urls.appUrl));
  const pooled = new PooledReads(urls.appUrl);
  const shared = new SharedReads(urls.appUrl);
  return {
    fork: (scope) => orm.em.fork({ session: sessionOf(scope) }),
    read: (scope, statement) => (statement.short ? shared : pooled).read(scope, statement),
    write: (scope, work) => pooled.transaction(scope, work),
    migrate: () => migrateUnderLock(ormOptions(definition, urls.ownerUrl), urls.ownerUrl),
    ping: () => pooled.ping(),
    close: async () => {
      await Promise.all([orm.close(), pooled.close(), shared.close()]);
    },
  };
}

function sessionOf(scope: Scope): SessionContext {
  return {
    variables: {
      'app.territory_id': scope.territoryId ?? '',
      'app.role': scope.role,
      'app.user_id': scope.userId ?? '',
    },
  };
}
