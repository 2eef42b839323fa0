import pg from 'pg';
import type { Scope } from './scope.js';
import { ScopedQuery, type ScopedStatement } from './scoped-query.js';

const CONNECTIONS = 10;

/** Reads that take a connection for themselves while they run. */
export class PooledReads {
  private readonly pool: pg.Pool;

  constructor(connectionString: string) {
    this.pool = new pg.Pool({ connectionString, max: CONNECTIONS });
    // An idle connection that breaks (a restarted server) is replaced at the next use; unhandled, it would end the process.
    this.pool.on('error', () => {});
  }

  async read<Row extends pg.QueryResultRow>(scope: Scope, statement: ScopedStatement): Promise<Row[]> {
    const client = await this.pool.connect();
    return new Promise((resolve, reject) => {
      const query = new ScopedQuery(statement, scope, (error, result) => {
        // A connection whose statement failed may take it for prepared when it is not: it is not used again.
        client.release(error ?? undefined);
        if (error) reject(error);
        else resolve(result.rows as Row[]);
      });
      client.query(query);
    });
  }

  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
