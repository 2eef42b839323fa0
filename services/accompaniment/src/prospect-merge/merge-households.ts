import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { cancelRegistration } from '../registration/change-registration.js';
import { holdRegistration } from '../registration/held-registration.js';
import type { RegistrationPost } from '../registration/registration-post.js';
import { doubleSeats } from './double-seats.js';
import type { ProspectMergePart } from './merge-part.js';
import { planMerge } from './merge-plan.js';
import {
  type HouseholdRows,
  householdRows,
  insertRows,
  type Moved,
  moveAll,
  overwriteRow,
  type Row,
} from './merge-rows.js';
import { giveUpSecondSponsor } from './second-sponsor.js';

/** All that parting two households again needs. */
export interface MergeCopies {
  kept: HouseholdRows;
  merged: HouseholdRows;
  /** What went over to the kept one, by table. */
  moved: Moved;
  /** What must not have changed since: {@link comparedRows} of the kept one, as the merge left it. */
  after: Record<string, Row | null>;
  /** The kept household as the merge left it: what moved on since then stays when both are parted. */
  left: Row;
}

/** Why two households cannot become one. */
export type CannotMerge = 'GONE' | 'SEAT' | 'PROJECT';

/** Locks both, lower id first, so that two merges of one pair do not wait for each other; false when either is gone. */
export async function lockBoth(
  connection: Connection,
  scope: Scope,
  ids: readonly string[],
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `select 1 from prospect where territory_id = $1 and id = any($2::uuid[]) and anonymised_at is null
      order by id for update`,
    [scope.territoryId, ids],
  );
  return rowCount === new Set(ids).size;
}

/**
 * Makes two locked households one, with all that belongs to them, and keeps what parts them again. Of two registrations
 * for one session the better standing one stays; the other is cancelled as agents cancel, so that its seats are offered
 * on. Gives the merge's id, or why it cannot be.
 */
export async function mergeHouseholds(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  {
    keptId,
    mergedId,
    fromMerged,
  }: { keptId: string; mergedId: string; fromMerged: ReadonlySet<ProspectMergePart> },
): Promise<{ id: string } | { cannot: CannotMerge }> {
  const kept = await householdRows(connection, keptId);
  const merged = await householdRows(connection, mergedId);
  if (!kept || !merged) return { cannot: 'GONE' };
  if (await bothSettle(connection, [keptId, mergedId])) return { cannot: 'PROJECT' };
  const plan = planMerge(kept, merged, fromMerged);
  for (const { registrationId, live } of await doubleSeats(connection, [keptId, mergedId])) {
    const held = live && (await holdRegistration(connection, scope, scope, post, registrationId));
    if (!held || (await cancelRegistration(held, REASON))) return { cannot: 'SEAT' };
  }
  await giveUpSecondSponsor(connection, scope, post, { keptId, mergedId, reason: SECOND_SPONSOR });
  const moved = await moveAll(connection, mergedId, keptId);
  // What is kept as it was given cannot be moved: it goes with its household and comes back, as it was, under the other.
  await connection.query('delete from prospect where id = $1', [mergedId]);
  await overwriteRow(connection, 'prospect', 'id', plan.prospect);
  await connection.query('delete from prospect_contact where prospect_id = $1', [keptId]);
  await insertRows(connection, 'prospect_contact', [plan.contact]);
  await insertRows(
    connection,
    'prospect_consent',
    plan.consents.map((row) => ({ ...row, prospect_id: keptId })),
  );
  await connection.query(
    'update prospect_consent set withdrawn_at = now() where prospect_id = $1 and withdrawn_at is null and purpose = any($2)',
    [keptId, plan.ends],
  );
  await recordProspectEvent(connection, scope, keptId, 'MERGED', { detail: { mergedId } });
  return {
    id: await keepCopies(connection, scope, {
      kept,
      merged,
      moved,
      after: await comparedRows(connection, keptId),
      left: plan.prospect,
    }),
  };
}

/** A household has one settling project at a time: which of two is theirs, the agents know. */
async function bothSettle(connection: Connection, ids: readonly string[]): Promise<boolean> {
  const { rowCount } = await connection.query(
    `select 1 from installation where prospect_id = any($1::uuid[]) and status <> 'ABANDONED'`,
    [ids],
  );
  return (rowCount ?? 0) > 1;
}

const REASON = 'Deux inscriptions du même foyer';
const SECOND_SPONSOR = 'Deux fiches du même foyer : il garde l’autre parrain.';

async function keepCopies(connection: Connection, scope: Scope, copies: MergeCopies): Promise<string> {
  const id = randomUUID();
  await connection.query(
    `insert into prospect_merge (id, territory_id, kept_id, merged_id, before, merged_by) values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      scope.territoryId,
      copies.kept.prospect['id'],
      copies.merged.prospect['id'],
      JSON.stringify(copies),
      scope.userId,
    ],
  );
  return id;
}

/** What members write of a household: signs of life and notes that come later are no change of it. */
export const PROGRESS = [
  'version',
  'last_contact_at',
  'retention_warned_at',
  'next_action',
  'next_action_on',
  'owner_id',
  'bounced_at',
];

/** What must not have changed since, for two households to be parted as they were. */
export async function comparedRows(
  connection: Connection,
  keptId: string,
): Promise<Record<string, Row | null>> {
  const rows = await householdRows(connection, keptId);
  const still = (row: Row | null | undefined) =>
    row ? Object.fromEntries(Object.entries(row).filter(([column]) => !PROGRESS.includes(column))) : null;
  return { prospect: still(rows?.prospect), contact: still(rows?.contact) };
}
