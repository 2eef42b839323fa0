import type { Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { forgetHousehold } from '../personal-data/forget-household.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { ENDS_ON, isNear, RUNS_OUT } from './retention-conditions.js';

/** Beyond this a day's work would hold its transaction for too long: the rest is done on the next day. */
const MOST_A_DAY = 500;

/**
 * Forgets the households that gave no sign of theirs for three years, and tells the territory of those whose end is
 * near. Only their own contacts count: our letters and notes never do. Done again on one day it does nothing more.
 */
export async function watchRetention(
  connection: Connection,
  scope: Scope,
  _card: TerritoryCard,
  day: string,
): Promise<void> {
  const { rows: over } = await connection.query<{ id: string }>(
    `select p.id from prospect p where p.territory_id = $1 and ${RUNS_OUT} and ${ENDS_ON} <= $2::date
      order by p.id limit ${MOST_A_DAY}`,
    [scope.territoryId, day],
  );
  for (const { id } of over) await forgetHousehold(connection, scope, id, 'RETENTION');
  const { rows: near } = await connection.query<{ id: string; until: string }>(
    `update prospect p set retention_warned_at = now()
      where p.territory_id = $1 and ${RUNS_OUT} and p.retention_warned_at is null and ${isNear('$2::date')}
      returning p.id, ${ENDS_ON}::text as until`,
    [scope.territoryId, day],
  );
  for (const { id, until } of near)
    await recordProspectEvent(connection, scope, id, 'RETENTION_WARNED', { detail: { until } });
}
