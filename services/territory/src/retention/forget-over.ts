import type { Database } from '@ancrage/subgraph/database';
import { RETENTION_CLOCKS } from './retention-clocks.js';

/**
 * Forgets what a territory has kept for as long as it may, on a day of Paris (YYYY-MM-DD). Done again on one day, or by
 * another replica, it finds nothing more.
 * @returns how many rows left or lost what named somebody
 */
export function forgetOver(database: Database, territoryId: string, day: string): Promise<number> {
  return database.write({ territoryId, role: 'OPERATOR', userId: 'retention' }, async (connection) => {
    let forgotten = 0;
    for (const { forget } of RETENTION_CLOCKS) {
      const { rowCount } = await connection.query(forget, [territoryId, day]);
      forgotten += rowCount ?? 0;
    }
    return forgotten;
  });
}
