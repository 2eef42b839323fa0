import type pg from 'pg';
import type { Scope } from './scope.js';

/** A parametrised SELECT; `name` prepares it once per connection. */
export interface ScopedStatement {
  name?: string;
  text: string;
  values?: unknown[];
}

const SETTINGS = {
  name: 'scope',
  text: `select set_config('app.territory_id', $1, true), set_config('app.role', $2, true), set_config('app.user_id', $3, true)`,
};

/**
 * Runs one read inside a transaction that carries the scope's settings. The four statements are written to the
 * socket at once (pipelining), so that row-level security costs no round trip.
 */
export async function readScoped<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  scope: Scope,
  statement: ScopedStatement,
): Promise<Row[]> {
  const client = await pool.connect();
  let broken = false;
  try {
    const answers = await Promise.allSettled([
      client.query('begin read only'),
      client.query({ ...SETTINGS, values: [scope.territoryId ?? '', scope.role, scope.userId ?? ''] }),
      client.query<Row>(statement),
      client.query('commit'),
    ]);
    const failure = answers.find((answer) => answer.status === 'rejected');
    if (failure) {
      broken = answers[3].status === 'rejected';
      throw failure.reason;
    }
    return (answers[2] as PromiseFulfilledResult<pg.QueryResult<Row>>).value.rows;
  } finally {
    client.release(broken);
  }
}
