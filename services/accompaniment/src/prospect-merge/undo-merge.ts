import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { comparedRows, lockBoth, type MergeCopies, PROGRESS } from './merge-households.js';
import { householdRows, insertRows, type Moved, moveAll, moveThese, type Row } from './merge-rows.js';

/** Why two households can no longer be parted. */
export type CannotPart = 'UNKNOWN' | 'UNDONE' | 'GONE' | 'CHANGED';

/**
 * Parts two households again, each as it was. What came since (notes, letters, registrations) stays with the kept one,
 * and so do signs of life. Null when it was done; where the kept one was changed since, nothing is.
 */
export async function undoMerge(
  connection: Connection,
  scope: Scope,
  id: string,
): Promise<CannotPart | null> {
  const { rows } = await connection.query<{ keptId: string; before: MergeCopies; undoneAt: Date | null }>(
    `select kept_id as "keptId", before, undone_at as "undoneAt" from prospect_merge
      where territory_id = $1 and id = $2 for update`,
    [scope.territoryId, id],
  );
  const [merge] = rows;
  if (!merge) return 'UNKNOWN';
  if (merge.undoneAt) return 'UNDONE';
  const { keptId, before } = merge;
  if (!(await lockBoth(connection, scope, [keptId]))) return 'GONE';
  if (!isDeepStrictEqual(await comparedRows(connection, keptId), before.after)) return 'CHANGED';
  await part(connection, keptId, before);
  for (const prospectId of [keptId, String(before.merged.prospect['id'])])
    await recordProspectEvent(connection, scope, prospectId, 'PARTED');
  await connection.query('update prospect_merge set undone_at = now() where id = $1', [id]);
  return null;
}

/** All that is the kept one's waits under the other while its own rows are written anew. */
async function part(
  connection: Connection,
  keptId: string,
  { kept, merged, moved, left }: MergeCopies,
): Promise<void> {
  const now = await householdRows(connection, keptId);
  const mergedId = String(merged.prospect['id']);
  const own = { ...kept.prospect };
  for (const column of PROGRESS)
    if (now && !isDeepStrictEqual(now.prospect[column], left[column])) own[column] = now.prospect[column];
  await insertRows(connection, 'prospect', [{ ...merged.prospect, capture_key: null }]);
  const parked = await moveAll(connection, keptId, mergedId);
  await connection.query('delete from prospect where id = $1', [keptId]);
  await insertRows(connection, 'prospect', [own]);
  await moveThese(connection, without(parked, moved), keptId);
  await connection.query('update prospect set capture_key = $2 where id = $1', [
    mergedId,
    merged.prospect['capture_key'] ?? null,
  ]);
  await insertRows(
    connection,
    'prospect_contact',
    [kept.contact, merged.contact].filter((row) => row !== null),
  );
  await insertRows(
    connection,
    'prospect_consent',
    consentsOfBoth(kept.consents, merged.consents, now?.consents ?? []),
  );
}

const idOf = (row: Row): unknown => row['id'];

/** Each with its own; those given since stay with the kept one, and what was withdrawn since stays withdrawn. */
function consentsOfBoth(kept: readonly Row[], merged: readonly Row[], now: readonly Row[]): Row[] {
  const current = new Map(now.map((row) => [idOf(row), row]));
  const known = new Set([...kept, ...merged].map(idOf));
  const asNow = (row: Row): Row => ({ ...(current.get(idOf(row)) ?? row), prospect_id: row['prospect_id'] });
  return [...kept.map(asNow), ...merged.map(asNow), ...now.filter((row) => !known.has(idOf(row)))];
}

const without = (all: Moved, some: Moved): Moved =>
  Object.fromEntries(
    Object.entries(all).map(([table, ids]) => [table, ids.filter((id) => !some[table]?.includes(id))]),
  );
