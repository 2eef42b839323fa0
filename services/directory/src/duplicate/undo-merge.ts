import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordEvent } from '../event/record-event.js';
import { copyRecord, insertRows, overwriteSolo, type RecordCopy, type Row } from '../record/record-copy.js';
import { only } from './merge-plan.js';
import { comparedRows, lockBoth, type MergeCopies } from './merge-solos.js';

/** Why two records can no longer be parted. */
export type CannotPart = 'UNKNOWN' | 'UNDONE' | 'GONE' | 'CHANGED' | 'ADDRESS_TAKEN';

/**
 * Parts two records again, each as it was. What came since (notes, letters) stays with the kept one. Null when it was
 * done; where the kept one was changed since, nothing is: parting would lose that change.
 */
export async function undoMerge(
  connection: Connection,
  scope: Scope,
  id: string,
): Promise<CannotPart | null> {
  const { rows } = await connection.query<{ keptId: string; before: MergeCopies; undoneAt: Date | null }>(
    `select kept_id as "keptId", before, undone_at as "undoneAt" from solo_merge
      where territory_id = $1 and id = $2 for update`,
    [scope.territoryId, id],
  );
  const [merge] = rows;
  if (!merge) return 'UNKNOWN';
  if (merge.undoneAt) return 'UNDONE';
  const { keptId, before } = merge;
  if (!(await lockBoth(connection, scope, [keptId]))) return 'GONE';
  if (!same(await comparedRows(connection, keptId), before.after)) return 'CHANGED';
  const slug = only(before.merged, 'solo')['slug'];
  const taken = await connection.query(
    'select 1 from solo where territory_id = $1 and slug = any($2) and id <> $3',
    [scope.territoryId, [slug, only(before.kept, 'solo')['slug']], keptId],
  );
  if (taken.rowCount !== 0) return 'ADDRESS_TAKEN';
  await part(connection, keptId, before);
  const mergedId = only(before.merged, 'solo')['id'] as string;
  for (const soloId of [keptId, mergedId]) await recordEvent(connection, scope, soloId, 'PARTED');
  await connection.query(`update solo_merge set undone_at = now() where id = $1`, [id]);
  return null;
}

async function part(connection: Connection, keptId: string, before: MergeCopies): Promise<void> {
  const now = await copyRecord(connection, keptId);
  await connection.query('delete from solo where id = $1', [keptId]);
  await restore(connection, withWhatCame(before, now));
  await restore(connection, withProgress(before.merged, now));
}

/** A record as it was; a consent is needed before the solo that rests on it may say so. */
async function restore(connection: Connection, record: RecordCopy): Promise<void> {
  const { solo: _solo, ...owned } = record;
  const solo = only(record, 'solo');
  const plain = { ...solo, status: 'CONTACTED', consent_id: null, withdrawn_at: null };
  await insertRows(connection, 'solo', [plain]);
  for (const [table, rows] of Object.entries(owned)) await insertRows(connection, table, rows);
  await overwriteSolo(connection, solo);
}

/** Letters that left meanwhile and links that were used stay so: nothing is sent or opened twice. */
const PROGRESSES = ['letter', 'entry_link'];

function withProgress(record: RecordCopy, now: RecordCopy): RecordCopy {
  const progressed = PROGRESSES.map((table): [string, Row[]] => {
    const current = new Map((now[table] ?? []).map((row) => [row['id'], row]));
    return [
      table,
      (record[table] ?? []).map((row) => ({ ...(current.get(row['id']) ?? row), solo_id: row['solo_id'] })),
    ];
  });
  return { ...record, ...Object.fromEntries(progressed) };
}

/** The kept record with what was added to it since the merge. */
function withWhatCame({ kept, merged, endings }: MergeCopies, now: RecordCopy): RecordCopy {
  const progressed = withProgress(kept, now);
  const added = Object.entries(now)
    .filter(([table]) => table !== 'solo' && table !== 'solo_contact')
    .map(([table, rows]): [string, Row[]] => {
      const known = new Set<unknown>([
        ...(kept[table] ?? []).map(idOf),
        ...(merged[table] ?? []).map(idOf),
        ...endings,
      ]);
      return [table, [...(progressed[table] ?? []), ...rows.filter((row) => !known.has(idOf(row)))]];
    });
  return { ...progressed, ...Object.fromEntries(added) };
}

const idOf = (row: Row): unknown => row['id'];
const same = (one: RecordCopy, other: RecordCopy): boolean => canonical(one) === canonical(other);

/** Rows with their columns in one order: those that were stored have PostgreSQL's, shorter names first. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
