import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { NewProspectConsent } from './newcomer.js';
import { recordProspectEvent } from './record-prospect-event.js';

/** Writes a consent down. One that holds already is kept as it was given: says whether this one is new. */
export async function addConsent(
  connection: Connection,
  scope: Scope,
  prospectId: string,
  { purpose, wording, version, channel }: NewProspectConsent,
  at: Date | null | undefined,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into prospect_consent (id, territory_id, prospect_id, purpose, wording, version, channel, given_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, coalesce($8, now()), $9)
     on conflict (prospect_id, purpose) where withdrawn_at is null do nothing`,
    [
      randomUUID(),
      scope.territoryId,
      prospectId,
      purpose,
      wording,
      version,
      channel,
      at ?? null,
      channel === 'SITE' ? null : scope.userId,
    ],
  );
  if (rowCount === 1)
    await recordProspectEvent(connection, scope, prospectId, 'CONSENTED', { detail: { purpose, channel } });
  return rowCount === 1;
}
