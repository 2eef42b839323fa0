import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { ReachMembers } from '../neighbour/reach-members.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';

interface Released {
  title: string;
  installationId: string;
  prospectId: string;
  from: string | null;
  to: string | null;
}

/**
 * Takes what goes on out of the hands of members who have left: their steps to do go back to whom they stood in for, or
 * are without an owner; cases that they led have no lead; their absences and what they followed by are forgotten. Steps
 * that are done stay theirs.
 */
export async function releaseFromLeavers(
  connection: Connection,
  scope: Scope,
  left: readonly string[],
  members: Awaited<ReturnType<ReachMembers>>,
): Promise<void> {
  if (left.length === 0) return;
  const { territoryId } = scope;
  const who = [territoryId, left];
  // Households come first in the order of locks, as in every change of a case.
  await connection.query(
    `select 1 from prospect p where p.territory_id = $1 and exists (
       select from installation i where i.prospect_id = p.id and i.status <> 'ABANDONED' and (i.lead_id = any($2)
         or exists (select from installation_step s where s.installation_id = i.id and s.assignee_id = any($2))))
     order by p.id for update`,
    who,
  );
  await connection.query('delete from member_following where territory_id = $1 and member_id = any($2)', who);
  await connection.query(
    'delete from absence where territory_id = $1 and (member_id = any($2) or stand_in_id = any($2))',
    who,
  );
  await connection.query(
    `update installation set lead_id = null, lead_name = null, version = version + 1
      where territory_id = $1 and lead_id = any($2) and status <> 'ABANDONED' and not demonstration`,
    who,
  );
  await connection.query(
    `update installation_step set stands_in_for = null
      where territory_id = $1 and stands_in_for = any($2) and status = 'TODO'`,
    who,
  );
  const names = Object.fromEntries([...members].map(([id, { name }]) => [id, name]));
  const { rows } = await connection.query<Released>(
    `update installation_step s set assignee_id = before.stands_in_for, stands_in_for = null,
       assignee_name = $3::jsonb ->> before.stands_in_for, version = s.version + 1
     from installation_step before join installation i on i.id = before.installation_id
     where before.id = s.id and s.territory_id = $1 and s.assignee_id = any($2) and s.status = 'TODO'
       and i.status <> 'ABANDONED' and not i.demonstration
     returning s.title, s.installation_id as "installationId", s.prospect_id as "prospectId",
       before.assignee_name as "from", s.assignee_name as "to"`,
    [...who, JSON.stringify(names)],
  );
  for (const { prospectId, installationId, title, from, to } of rows)
    await recordProspectEvent(connection, scope, prospectId, 'STEP_REASSIGNED', {
      detail: { installation: installationId, step: title, from, to, because: 'LEFT' },
    });
}
