import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { SoloEventKind } from './solo-event-kind.js';

/**
 * Writes down what happened to a solo, in the transaction in which it happens. By the clock: what happens in one
 * transaction keeps its order.
 */
export async function recordEvent(
  connection: Connection,
  scope: Scope,
  soloId: string,
  kind: SoloEventKind,
  { note = null, detail = null }: { note?: string | null; detail?: Record<string, unknown> | null } = {},
): Promise<void> {
  await connection.query(
    `insert into solo_event (id, territory_id, solo_id, kind, at, user_id, note, detail)
     values ($1, $2, $3, $4, clock_timestamp(), $5, $6, $7)`,
    [randomUUID(), scope.territoryId, soloId, kind, scope.userId, note, detail],
  );
}
