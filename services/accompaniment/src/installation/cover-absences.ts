import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';

interface Moved {
  title: string;
  installationId: string;
  prospectId: string;
  assigneeName: string | null;
}
const MOVED = `s.title, s.installation_id as "installationId", s.prospect_id as "prospectId",
  s.assignee_name as "assigneeName"`;

/** A step falls to who stands in when its day is one of the absence's, or has passed while the member is away. */
const COVERS = (absence: string) =>
  `${absence}.last_day >= $2::date and s.due_on <= ${absence}.last_day
   and (s.due_on >= ${absence}.first_day or ${absence}.first_day <= $2::date)`;

/**
 * Gives the steps that fall due while a member is away to who stands in, and those that are still to do back afterwards,
 * or when the absence is no longer. Says how many changed hands.
 *
 * @param except an absence that is about to be removed
 */
export async function coverAbsences(
  connection: Connection,
  scope: Scope,
  today = reportingDate(),
  except: string | null = null,
): Promise<number> {
  const { territoryId } = scope;
  const back = await connection.query<Moved>(
    `update installation_step s set assignee_id = s.stands_in_for, stands_in_for = null, reminded_at = null,
       version = s.version + 1,
       assignee_name = (select a.member_name from absence a where a.territory_id = $1 and a.member_id = s.stands_in_for
                         order by a.last_day desc limit 1)
     where s.territory_id = $1 and s.status = 'TODO' and s.stands_in_for is not null and not exists (
       select from absence a where a.territory_id = $1 and a.member_id = s.stands_in_for and a.id is distinct from $3
         and a.stand_in_id = s.assignee_id and ${COVERS('a')})
     returning ${MOVED}`,
    [territoryId, today, except],
  );
  const given = await connection.query<Moved>(
    `update installation_step s set assignee_id = a.stand_in_id, assignee_name = a.stand_in_name,
       stands_in_for = a.member_id, reminded_at = null, version = s.version + 1
     from absence a, installation i
     where s.territory_id = $1 and s.status = 'TODO' and s.stands_in_for is null and a.territory_id = $1
       and a.member_id = s.assignee_id and a.id is distinct from $3 and ${COVERS('a')}
       and i.id = s.installation_id and i.status <> 'ABANDONED'
     returning ${MOVED}`,
    [territoryId, today, except],
  );
  const moved = [...back.rows, ...given.rows];
  for (const { prospectId, installationId, title, assigneeName } of moved)
    await recordProspectEvent(connection, scope, prospectId, 'STEP_REASSIGNED', {
      detail: { installation: installationId, step: title, to: assigneeName, because: 'ABSENCE' },
    });
  return moved.length;
}
