import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { FROM_THEM, type ProspectEventKind } from './prospect-event-kind.js';

/**
 * Writes down what happened to a household, in the transaction in which it happens. What comes from the household itself
 * starts its retention clock anew; `at` is when it happened, where that is not now.
 */
export async function recordProspectEvent(
  connection: Connection,
  scope: Scope,
  prospectId: string,
  kind: ProspectEventKind,
  {
    note = null,
    detail = null,
    at = null,
  }: { note?: string | null; detail?: Record<string, unknown> | null; at?: Date | null } = {},
): Promise<void> {
  await connection.query(
    `insert into prospect_event (id, territory_id, prospect_id, kind, at, user_id, note, detail)
     values ($1, $2, $3, $4, coalesce($5, clock_timestamp()), $6, $7, $8)`,
    [randomUUID(), scope.territoryId, prospectId, kind, at, scope.userId, note, detail],
  );
  if (!FROM_THEM.has(kind)) return;
  await connection.query(
    `update prospect set last_contact_at = greatest(last_contact_at, coalesce($3, now())), retention_warned_at = null
      where territory_id = $1 and id = $2`,
    [scope.territoryId, prospectId, at],
  );
}
