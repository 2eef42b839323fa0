import pg from 'pg';
import type { Scope } from './scope.js';

/** A parametrised SELECT; `name` prepares it once per connection. */
export interface ScopedStatement {
  name?: string;
  text: string;
  values?: unknown[];
  /** An index lookup of a millisecond at most: it may share a connection with others of its kind. */
  short?: boolean;
}

export const SETTINGS = {
  name: 'scope',
  text: `select set_config('app.territory_id', $1, true), set_config('app.role', $2, true), set_config('app.user_id', $3, true)`,
};

/** The values of SETTINGS. */
export const settingsOf = ({ territoryId, role, userId }: Scope): string[] => [
  territoryId ?? '',
  role,
  userId ?? '',
];

/** The messages of the wire protocol that a query sends; node-postgres has them, its types do not. */
interface Wire {
  parse(statement: { name: string; text: string }): void;
  bind(portal: { portal: string; statement: string; values: string[] }): void;
  execute(portal: { portal: string }): void;
}

interface WireQuery {
  prepare(wire: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}
const Query = pg.Query as unknown as new (config: object) => pg.Query & WireQuery;

export type ReadCallback = (error: Error | null, result: pg.QueryResult) => void;

const prepared = new WeakSet<Wire>();

/**
 * A query that sets its scope first. Both statements travel together and end with one Sync, which makes them one
 * implicit transaction: the settings are local to it and gone with it, and row-level security costs no round trip.
 */
export class ScopedQuery extends Query {
  private scoped = false;
  private readonly settings: string[];

  constructor({ name, text, values }: ScopedStatement, scope: Scope, callback: ReadCallback) {
    super({ name, text, values, queryMode: 'extended', callback });
    this.settings = settingsOf(scope);
  }

  override prepare(wire: Wire): void {
    if (!prepared.has(wire)) {
      wire.parse(SETTINGS);
      prepared.add(wire);
    }
    wire.bind({ portal: '', statement: SETTINGS.name, values: this.settings });
    wire.execute({ portal: '' });
    super.prepare(wire);
  }

  /** The first answer is that of the settings: it says nothing. */
  override handleDataRow(message: unknown): void {
    if (this.scoped) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.scoped) super.handleCommandComplete(message, wire);
    this.scoped = true;
  }
}
