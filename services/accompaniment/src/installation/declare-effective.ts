import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import type { StandingCase } from './change-installation.js';
import type { EffectiveFacts } from './installation-facts.js';

/** Months after which a household is asked how it is. */
const FOLLOW_UPS = [6, 12] as const;

/** Notes a document that the household does not have (any more). */
export async function checkEvidenceFile(
  connection: Connection,
  { territoryId }: Scope,
  { prospectId }: StandingCase,
  { evidenceFileId }: EffectiveFacts,
  problems: Problems,
): Promise<void> {
  if (!evidenceFileId) return;
  const { rowCount } = await connection.query(
    'select 1 from prospect_file where territory_id = $1 and prospect_id = $2 and id = $3',
    [territoryId, prospectId, isUuid(evidenceFileId) ? evidenceFileId : null],
  );
  if (!rowCount)
    problems.add(
      'evidenceFileId',
      'Ce document n’est plus avec ce foyer.',
      'This document is no longer with this household.',
    );
}

/** Asks how they are six and twelve months after a day; answers that were given stay as they are. */
export async function planFollowUps(
  connection: Connection,
  { territoryId }: Scope,
  { id, prospectId }: StandingCase,
  effectiveOn: string,
): Promise<void> {
  for (const months of FOLLOW_UPS)
    await connection.query(
      `insert into follow_up (id, territory_id, installation_id, prospect_id, months, due_on, demonstration)
       select $1, $2, i.id, $4, $5, ($6::date + make_interval(months => $5))::date, i.demonstration
         from installation i where i.id = $3
       on conflict (installation_id, months) do update set due_on = excluded.due_on
         where follow_up.answered_at is null`,
      [randomUUID(), territoryId, id, prospectId, months, effectiveOn],
    );
}
