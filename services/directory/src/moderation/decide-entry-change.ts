import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { EntryFields } from '../entry/entry-fields.js';
import { publishEntry, writeEntry } from '../entry/publish-entry.js';
import { recordEvent } from '../event/record-event.js';
import { lockSolo, type StandingSolo } from '../pipeline/move-solo.js';
import { tellAccepted, tellRefused } from './decision.letter.js';

/** What a moderator says of a change: null accepts it, a text refuses it and is what its owner reads. */
export interface EntryDecision {
  id: string;
  /** Of the change as the moderator read it. */
  version: number;
  refusal: string | null;
}

/** Why a decision came too late. */
export type Overtaken = 'ACCEPTED' | 'REFUSED' | 'CHANGED' | 'GONE' | 'CONSENT_WITHDRAWN';

interface AskedChange {
  state: string;
  version: number;
  fields: EntryFields;
}

/**
 * Decides what somebody asks for their entry: publishes it, or says why not; with what happened to it and the letter to
 * its owner, all or nothing. Null when it was done; else what came first.
 */
export function decideEntryChange(
  context: SubgraphContext,
  decision: EntryDecision,
): Promise<Overtaken | null> {
  return context.write(async (connection) => {
    const { rows } = await connection.query<{ soloId: string }>(
      `select solo_id as "soloId" from entry_change where territory_id = $1 and id = $2`,
      [context.requireTerritory(), decision.id],
    );
    if (!rows[0]) return 'GONE';
    // Its owner and other moderators take the same lock first: whoever comes second sees what the first one did.
    const solo = await lockSolo(connection, context.scope, rows[0].soloId);
    const change = await lockChange(connection, decision.id);
    if (!change) return 'GONE';
    const overtaken = whatCameFirst(change, decision, solo);
    if (overtaken) return overtaken;
    if (decision.refusal === null) await accept(connection, context, solo, change, decision.id);
    else await refuse(connection, context, solo, decision.id, decision.refusal);
    return null;
  });
}

async function lockChange(connection: Connection, id: string): Promise<AskedChange | null> {
  const { rows } = await connection.query<AskedChange>(
    `select state, version, fields from entry_change where id = $1 for update`,
    [id],
  );
  return rows[0] ?? null;
}

function whatCameFirst(change: AskedChange, decision: EntryDecision, solo: StandingSolo): Overtaken | null {
  if (change.state === 'ACCEPTED' || change.state === 'REFUSED') return change.state;
  if (!solo.consentId) return 'CONSENT_WITHDRAWN';
  if (change.state !== 'SUBMITTED' || change.version !== decision.version) return 'CHANGED';
  return null;
}

async function accept(
  connection: Connection,
  context: SubgraphContext,
  solo: StandingSolo,
  { fields }: AskedChange,
  id: string,
): Promise<void> {
  // What its owner hid, or did not confirm, stays hidden until they show it again.
  const hidden = solo.hiddenBecause === 'PAUSED' || solo.hiddenBecause === 'LAPSED';
  if (hidden) {
    await writeEntry(connection, solo, fields);
    await recordEvent(connection, context.scope, solo.id, 'ACCEPTED');
  } else {
    await publishEntry(connection, context.scope, solo, fields);
  }
  await close(connection, context, id, 'ACCEPTED', null);
  await tellAccepted(connection, context, solo, id, !hidden);
}

async function refuse(
  connection: Connection,
  context: SubgraphContext,
  solo: StandingSolo,
  id: string,
  reason: string,
): Promise<void> {
  await close(connection, context, id, 'REFUSED', reason);
  await recordEvent(connection, context.scope, solo.id, 'CHANGE_REFUSED', { note: reason });
  await tellRefused(connection, context, solo, id, reason);
}

function close(
  connection: Connection,
  context: SubgraphContext,
  id: string,
  state: 'ACCEPTED' | 'REFUSED',
  reason: string | null,
) {
  return connection.query(
    `update entry_change set state = $2, decided_at = now(), decided_by = $3, reason = $4 where id = $1`,
    [id, state, context.scope.userId, reason],
  );
}
