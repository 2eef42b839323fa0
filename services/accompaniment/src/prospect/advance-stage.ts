import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { ProspectStage } from './prospect-stage.js';
import { recordProspectEvent } from './record-prospect-event.js';

const ORDER = [
  ProspectStage.NEW,
  ProspectStage.QUALIFIED,
  ProspectStage.IN_SESSION,
  ProspectStage.PROJECT,
  ProspectStage.INSTALLED,
];

/** Takes a household a stage further when it is not there yet; never back, and never out of LOST. */
export async function advanceStage(
  connection: Connection,
  scope: Scope,
  prospectId: string,
  stage: ProspectStage,
): Promise<void> {
  const before = ORDER.slice(0, ORDER.indexOf(stage));
  const { rows } = await connection.query<{ from: string }>(
    `update prospect p set stage = $3, version = p.version + 1
      from (select stage from prospect where territory_id = $1 and id = $2 for update) as earlier
      where p.territory_id = $1 and p.id = $2 and p.stage = any($4::prospect_stage[])
      returning earlier.stage as from`,
    [scope.territoryId, prospectId, stage, before],
  );
  if (rows[0])
    await recordProspectEvent(connection, scope, prospectId, 'MOVED', {
      detail: { from: rows[0].from, to: stage },
    });
}
