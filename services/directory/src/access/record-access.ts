import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';

export type AccessKind = 'VIEWED' | 'LISTED' | 'EXPORTED';

/**
 * Writes down that the viewer looked at entries which are not public, or took them away. Call it before the answer
 * leaves: what could not be written down is not shown.
 */
export async function recordAccess(
  context: SubgraphContext,
  what: AccessKind,
  soloIds: readonly string[],
): Promise<void> {
  if (soloIds.length === 0) return;
  const [only] = soloIds.length === 1 ? soloIds : [];
  await context.write((connection) =>
    connection.query(
      `insert into access_record (id, territory_id, solo_id, solo_ids, user_id, what, entries)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        randomUUID(),
        context.requireTerritory(),
        only ?? null,
        only ? [] : soloIds,
        context.scope.userId,
        what,
        soloIds.length,
      ],
    ),
  );
}
