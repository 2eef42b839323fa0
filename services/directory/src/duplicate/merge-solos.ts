import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { ConsentPurpose } from '../consent/consent-purpose.js';
import { withdrawConsents } from '../consent/give-consent.js';
import { recordEvent } from '../event/record-event.js';
import { copyRecord, insertRows, overwriteSolo, type RecordCopy, type Row } from '../record/record-copy.js';
import type { MergePart } from './merge-part.js';
import { only, planMerge } from './merge-plan.js';

/** All that parting two records again needs. */
export interface MergeCopies {
  kept: RecordCopy;
  merged: RecordCopy;
  /** As the merge left the kept one: {@link comparedRows} of it. */
  after: RecordCopy;
  /** Events that the merge itself wrote of consents that ended by it: parting takes them back. */
  endings: string[];
}

/**
 * Locks both, lower id first, so that two merges of one pair do not wait for each other; false when either is gone.
 */
export async function lockBoth(
  connection: Connection,
  scope: Scope,
  ids: readonly string[],
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `select 1 from solo where territory_id = $1 and id = any($2::uuid[]) and erased_at is null order by id for update`,
    [scope.territoryId, ids],
  );
  return rowCount === new Set(ids).size;
}

/** Makes two locked records one, with all that belongs to them, and keeps what parts them again. Gives the merge's id. */
export async function mergeSolos(
  connection: Connection,
  scope: Scope,
  keptId: string,
  mergedId: string,
  fromMerged: ReadonlySet<MergePart>,
): Promise<string> {
  const kept = await copyRecord(connection, keptId);
  const merged = await copyRecord(connection, mergedId);
  const plan = planMerge(kept, merged, fromMerged);
  // What is only ever added to cannot be moved: it goes with its record and comes back, as it was, under the other.
  await connection.query('delete from solo where id = $1', [mergedId]);
  for (const [table, rows] of Object.entries(moved(kept, merged))) {
    await insertRows(
      connection,
      table,
      rows.map((row) => ({ ...row, solo_id: keptId })),
    );
  }
  await overwriteSolo(connection, plan.solo);
  if (plan.contact) {
    await connection.query('delete from solo_contact where solo_id = $1', [keptId]);
    await insertRows(connection, 'solo_contact', [plan.contact]);
  }
  const known = await eventsOf(connection, keptId);
  if (plan.ends !== 'NONE')
    await withdrawConsents(connection, scope, keptId, plan.ends === 'WEB' ? ConsentPurpose.WEB : null);
  const endings = (await eventsOf(connection, keptId)).filter((id) => !known.includes(id));
  await recordEvent(connection, scope, keptId, 'MERGED', { detail: { mergedId } });
  return keepCopies(connection, scope, {
    kept,
    merged,
    after: await comparedRows(connection, keptId),
    endings,
  });
}

async function eventsOf(connection: Connection, soloId: string): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>('select id from solo_event where solo_id = $1', [
    soloId,
  ]);
  return rows.map(({ id }) => id);
}

async function keepCopies(connection: Connection, scope: Scope, copies: MergeCopies): Promise<string> {
  const id = randomUUID();
  await connection.query(
    `insert into solo_merge (id, territory_id, kept_id, merged_id, before, merged_by) values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      scope.territoryId,
      only(copies.kept, 'solo')['id'],
      only(copies.merged, 'solo')['id'],
      JSON.stringify(copies),
      scope.userId,
    ],
  );
  return id;
}

/** What of the merged record goes on under the other. A second consent of one purpose adds nothing: the kept one's holds. */
function moved(kept: RecordCopy, merged: RecordCopy): RecordCopy {
  const holding = new Map(
    (kept['consent'] ?? [])
      .filter((row) => row['withdrawn_at'] === null)
      .map((row) => [row['purpose'], row['id']]),
  );
  const replaced = new Map<unknown, unknown>();
  const consent = (merged['consent'] ?? []).filter((row) => {
    const standing = row['withdrawn_at'] === null ? holding.get(row['purpose']) : undefined;
    if (standing !== undefined) replaced.set(row['id'], standing);
    return standing === undefined;
  });
  const { solo: _solo, solo_contact: _contact, ...rest } = merged;
  const open = (kept['entry_change'] ?? []).some(isOpen);
  return {
    ...rest,
    consent,
    entry_change: (rest['entry_change'] ?? []).map((row) =>
      open && isOpen(row) ? { ...row, state: 'REPLACED' } : row,
    ),
    arrival: (rest['arrival'] ?? []).map((row) => ({
      ...row,
      consent_id: replaced.get(row['consent_id']) ?? row['consent_id'],
    })),
  };
}

const isOpen = (change: Row): boolean => change['state'] === 'DRAFT' || change['state'] === 'SUBMITTED';

/** What must not have changed since, for two records to be parted as they were. */
export async function comparedRows(connection: Connection, keptId: string): Promise<RecordCopy> {
  const { solo, solo_contact, consent, entry_change, arrival } = await copyRecord(connection, keptId);
  return Object.fromEntries(
    Object.entries({ solo, solo_contact, consent, entry_change, arrival }).map(([table, rows]) => [
      table,
      rows ?? [],
    ]),
  );
}
