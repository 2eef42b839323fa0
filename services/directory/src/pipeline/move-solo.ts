import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { recordEvent } from '../event/record-event.js';
import type { SoloEventKind } from '../event/solo-event-kind.js';
import { SoloStatus } from '../solo/solo-status.js';
import { mayMove } from './pipeline.js';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where a solo stands and what holds for it, locked until the transaction ends. */
export interface StandingSolo {
  id: string;
  slug: string;
  displayName: string;
  status: SoloStatus;
  consentId: string | null;
  hiddenBecause: string | null;
}

/** Locks a solo of the request's territory. Throws NOT_FOUND for any other. */
export async function lockSolo(connection: Connection, scope: Scope, id: string): Promise<StandingSolo> {
  if (!UUID.test(id)) throw new NotFoundError('Cette fiche n’existe pas.');
  const { rows } = await connection.query<StandingSolo>(
    `select id, slug, display_name as "displayName", status, consent_id as "consentId", hidden_because as "hiddenBecause"
       from solo where territory_id = $1 and id = $2 and erased_at is null for update`,
    [scope.territoryId, id],
  );
  if (!rows[0]) throw new NotFoundError('Cette fiche n’existe pas.');
  return rows[0];
}

const EVENT: Partial<Record<SoloStatus, SoloEventKind>> = {
  [SoloStatus.IDENTIFIED]: 'IDENTIFIED',
  [SoloStatus.CONTACTED]: 'CONTACTED',
  [SoloStatus.REFUSED]: 'REFUSED',
};

/**
 * Moves a locked solo along the pipeline, where no consent is involved, and writes it down. Says whether it may: a solo
 * does not move to where it stands.
 */
export async function moveSolo(
  connection: Connection,
  scope: Scope,
  solo: StandingSolo,
  to: SoloStatus.IDENTIFIED | SoloStatus.CONTACTED | SoloStatus.REFUSED,
  note: string | null = null,
): Promise<boolean> {
  if (!mayMove(solo.status, to)) return false;
  await connection.query(`update solo set status = $2, status_changed_at = now() where id = $1`, [
    solo.id,
    to,
  ]);
  await recordEvent(connection, scope, solo.id, EVENT[to] as SoloEventKind, {
    note,
    detail: { from: solo.status },
  });
  return true;
}
