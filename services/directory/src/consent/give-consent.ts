import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordEvent } from '../event/record-event.js';
import type { StandingSolo } from '../pipeline/move-solo.js';
import { SoloStatus } from '../solo/solo-status.js';
import type { ConsentChannel } from './consent-channel.js';
import { ConsentPurpose } from './consent-purpose.js';

export interface GivenConsent {
  purpose: ConsentPurpose;
  /** The sentence as it was read. */
  wording: string;
  version: string;
  channel: ConsentChannel;
  givenAt: Date;
  /** What shows it, for one that was not given on the site. */
  evidence: string | null;
}

/**
 * Keeps what a person agreed to. A consent of the same purpose that holds already stays as it is; one to the web makes
 * the solo CONSENTED.
 */
export async function giveConsent(
  connection: Connection,
  scope: Scope,
  solo: StandingSolo,
  given: GivenConsent,
): Promise<void> {
  const id = randomUUID();
  const { rowCount } = await connection.query(
    `insert into consent (id, territory_id, solo_id, purpose, wording, version, channel, given_at, recorded_by, evidence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      id,
      scope.territoryId,
      solo.id,
      given.purpose,
      given.wording,
      given.version,
      given.channel,
      given.givenAt,
      scope.userId,
      given.evidence,
    ],
  );
  if (rowCount === 0) return;
  if (given.purpose === ConsentPurpose.WEB) {
    await connection.query(
      `update solo set status = '${SoloStatus.CONSENTED}', consent_id = $2, withdrawn_at = null, hidden_because = null,
         status_changed_at = now() where id = $1`,
      [solo.id, id],
    );
  }
  const { purpose, version, channel } = given;
  await recordEvent(connection, scope, solo.id, 'CONSENTED', { detail: { purpose, version, channel } });
}

/**
 * Takes consents back, all that hold or those of one purpose. The database unpublishes what rested on them in the same
 * transaction.
 */
export async function withdrawConsents(
  connection: Connection,
  scope: Scope,
  soloId: string,
  purpose: ConsentPurpose | null = null,
  note: string | null = null,
): Promise<number> {
  const { rows } = await connection.query<{ purpose: ConsentPurpose }>(
    `update consent set withdrawn_at = now()
      where territory_id = $1 and solo_id = $2 and withdrawn_at is null and ($3::consent_purpose is null or purpose = $3)
      returning purpose`,
    [scope.territoryId, soloId, purpose],
  );
  for (const withdrawn of rows) {
    await recordEvent(connection, scope, soloId, 'CONSENT_WITHDRAWN', {
      note,
      detail: { purpose: withdrawn.purpose },
    });
  }
  return rows.length;
}
