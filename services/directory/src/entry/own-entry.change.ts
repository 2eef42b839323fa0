import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { lockSolo, type StandingSolo } from '../pipeline/move-solo.js';
import type { EntryFields } from './entry-fields.js';

/** The latest version of an entry. */
export interface LatestChange {
  id: string;
  state: 'DRAFT' | 'SUBMITTED' | 'ACCEPTED' | 'REFUSED' | 'REPLACED';
  version: number;
  fields: EntryFields;
}

/** Locks a solo for a change of its entry, and gives what was saved last. */
export async function lockEntry(
  connection: Connection,
  scope: Scope,
  soloId: string,
): Promise<{ solo: StandingSolo; latest: LatestChange | null }> {
  const solo = await lockSolo(connection, scope, soloId);
  const { rows } = await connection.query<LatestChange>(
    `select id, state, version, fields from entry_change where territory_id = $1 and solo_id = $2
      order by version desc limit 1`,
    [scope.territoryId, soloId],
  );
  return { solo, latest: rows[0] ?? null };
}

/** Whether its owner or the moderators still work on it. */
export const isOpen = ({ state }: LatestChange): boolean => state === 'DRAFT' || state === 'SUBMITTED';

/** Saves an entry as a draft; one that the moderators had not answered yet comes back from them. */
export async function saveDraft(
  connection: Connection,
  scope: Scope,
  soloId: string,
  latest: LatestChange | null,
  fields: EntryFields,
): Promise<void> {
  if (latest && isOpen(latest)) {
    await connection.query(
      `update entry_change set state = 'DRAFT', fields = $2, version = version + 1, submitted_at = null where id = $1`,
      [latest.id, fields],
    );
    return;
  }
  await connection.query(
    `insert into entry_change (id, territory_id, solo_id, state, fields, version) values ($1, $2, $3, 'DRAFT', $4, $5)`,
    [randomUUID(), scope.territoryId, soloId, fields, (latest?.version ?? 0) + 1],
  );
}
