import type { TerritoryCard, Viewer } from '@ancrage/signature';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type pg from 'pg';
import { type Listener, notifications } from './changes.js';
import type { Connection, Database } from './database.js';
import { ForbiddenError, NotFoundError, UnauthenticatedError } from './errors.js';
import { type KeptByTerritory, keptByTerritory } from './kept-by-territory.js';
import type { Logger } from './logging.js';
import { STAFF } from './policies.js';
import type { Scope } from './scope.js';
import type { ScopedStatement } from './scoped-query.js';

export type { TerritoryCard } from '@ancrage/signature';

export interface RequestOrigin {
  requestId: string;
  viewer: Viewer | null;
  territoryId: string | null;
  /** The territory as the gateway knows it; absent in requests about none. */
  territory?: TerritoryCard | null;
  locale: string;
}

/**
 * What resolvers get: the viewer, the territory, and the database through them. There is no other way to the
 * database, so that no resolver can forget whose rows it may see.
 */
export class SubgraphContext {
  readonly scope: Scope;
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  private entityManager?: EntityManager;

  constructor(
    private readonly database: Database,
    readonly origin: RequestOrigin,
    readonly log: Logger,
    private readonly listener: Listener,
    /** A subscription outlives many changes, so it must not remember what it read. */
    private readonly longLived = false,
  ) {
    this.scope = {
      territoryId: origin.territoryId,
      role: origin.viewer?.role ?? 'PUBLIC',
      userId: origin.viewer?.userId ?? null,
    };
  }

  /** Entities of the viewer's territory: for writes and single records. */
  get em(): EntityManager {
    if (this.longLived) return this.database.fork(this.scope);
    this.entityManager ??= this.database.fork(this.scope);
    return this.entityManager;
  }

  /** Rows of one statement, as the viewer may see them: for lists and figures. */
  read<Row extends pg.QueryResultRow>(statement: ScopedStatement): Promise<Row[]> {
    return this.database.read<Row>(this.scope, statement);
  }

  /** Several SQL statements as one transaction, with the viewer's rights: for writes of many rows. */
  write<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.database.write(this.scope, work);
  }

  /** The same request on behalf of somebody whom other means than a session made known, such as a signed link. */
  onBehalfOf(viewer: Viewer): SubgraphContext {
    const origin = { ...this.origin, viewer };
    return new SubgraphContext(this.database, origin, this.log, this.listener, this.longLived);
  }

  /** As `read`, about another territory, with a visitor's rights there: what `Region.territories` needs. */
  readIn<Row extends pg.QueryResultRow>(territoryId: string, statement: ScopedStatement): Promise<Row[]> {
    const scope: Scope =
      territoryId === this.scope.territoryId ? this.scope : { territoryId, role: 'PUBLIC', userId: null };
    return this.database.read<Row>(scope, statement);
  }

  /** As `write`, in another territory: for operators alone, whose role is the same everywhere. */
  writeIn<Result>(territoryId: string, work: (connection: Connection) => Promise<Result>): Promise<Result> {
    this.requireRole('OPERATOR');
    return this.database.write({ ...this.scope, territoryId }, work);
  }

  /** One value by key, batched with the others that this request asks for under the same name. */
  load<Key, Value>(
    name: string,
    key: Key,
    batch: (keys: readonly Key[]) => Promise<Value[]>,
  ): Promise<Value> {
    let loader = this.loaders.get(name) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader(batch, { cache: !this.longLived, maxBatchSize: 10_000 });
      this.loaders.set(name, loader as DataLoader<unknown, unknown>);
    }
    return loader.load(key);
  }

  /**
   * What this process keeps under a name for everybody, so nothing that hangs on who asks: of territories each by itself,
   * or of `across` many of them, by another key.
   */
  kept<Value extends object>(name: string, { across = false } = {}): KeptByTerritory<Value> {
    return keptByTerritory(this.listener, name, across);
  }

  /** Payloads that the database notifies on a channel, for a subscription; `*` when some may have been missed. */
  notifications(channel: string, accept: (payload: string) => boolean): AsyncIterableIterator<string> {
    return notifications(this.listener, channel, accept);
  }

  /** The request's territory, or a refusal that says how to name one. */
  requireTerritory(): string {
    if (this.scope.territoryId) return this.scope.territoryId;
    throw new NotFoundError("Précisez le territoire par l'en-tête x-territory.");
  }

  /** The name and the site of the request's territory, for what is written to people. */
  requireTerritoryCard(): TerritoryCard {
    if (this.origin.territory) return this.origin.territory;
    throw new NotFoundError("Précisez le territoire par l'en-tête x-territory.");
  }

  /** Whether the viewer works for a territory: a role counts in the request's own territory alone. */
  isStaffOf(territoryId: string): boolean {
    return territoryId === this.scope.territoryId && (STAFF as readonly string[]).includes(this.scope.role);
  }

  /** Refuses unless the viewer holds one of the roles in the request's territory. */
  requireRole(...roles: Scope['role'][]): void {
    if (roles.includes(this.scope.role)) return;
    throw this.origin.viewer ? new ForbiddenError() : new UnauthenticatedError();
  }
}
