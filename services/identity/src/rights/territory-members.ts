import type { Frame } from '@ancrage/tenant/frames';
import { type Connection, tenantFrames } from '@ancrage/tenant/tenant-frames';
import type pg from 'pg';

/** Who belongs to a territory, as its operator looks after them; always on behalf of an operator. */
export class TerritoryMembers {
  constructor(private readonly connections: pg.Pool) {}

  /** The addresses of its administrators. */
  administrators(territoryId: string): Promise<{ email: string; name: string }[]> {
    return this.#act(territoryId, async (connection) => {
      const { rows } = await connection.query<{ email: string; name: string }>(
        `select u.email, u.name from membership m join user_account u on u.id = m.user_id
         where m.territory_id = $1 and m.role = 'ADMINISTRATOR' order by u.email`,
        [territoryId],
      );
      return rows;
    });
  }

  /** Hands all that is kept of them to `take`, piece by piece. */
  give(territoryId: string, take: (frames: AsyncIterable<Frame>) => Promise<void>): Promise<void> {
    return this.#act(territoryId, (connection) => take(tenantFrames(connection, 'identity', territoryId)));
  }

  /** Takes away memberships, keys, and the accounts of those who have no other right; how many rows went. */
  erase(territoryId: string): Promise<number> {
    return this.#act(territoryId, async (connection) => {
      const { rows } = await connection.query<{ removed: string }>(
        'select removed from erase_territory($1)',
        [territoryId],
      );
      return rows.reduce((sum, { removed }) => sum + Number(removed), 0);
    });
  }

  async #act<T>(territoryId: string, work: (connection: Connection) => Promise<T>): Promise<T> {
    const client = await this.connections.connect();
    try {
      await client.query('begin');
      await client.query(
        "select set_config('app.role', 'OPERATOR', true), set_config('app.territory_id', $1, true)",
        [territoryId],
      );
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      // Half a copy may be under way on it: the connection is not used again.
      client.release(error as Error);
      throw error;
    }
  }
}
