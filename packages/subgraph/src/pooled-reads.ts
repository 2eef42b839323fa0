import pg from 'pg';
import type { Scope } from './scope.js';
import { ScopedQuery, type ScopedStatement, SETTINGS, settingsOf } from './scoped-query.js';

const CONNECTIONS = 10;

/** Statements of one transaction, one after the other. */
export type Connection = Pick<pg.ClientBase, 'query'>;

/** Reads, and writes of many rows, that take a connection for themselves while they run. */
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

  /** Runs several statements as one transaction in a scope: all of it is kept, or nothing when `work` throws. */
  async transaction<Result>(
    scope: Scope,
    work: (connection: Connection) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      await client.query(SETTINGS.text, settingsOf(scope));
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
