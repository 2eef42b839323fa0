import type { SubgraphContext } from '@ancrage/subgraph';
import { TODAY } from './installation-record.queries.js';
import type { InstallationStepRecord } from './installation-step-record.js';

export const STEP_COLUMNS = `s.id, s.installation_id as "installationId", s.key, s.title, s.description,
  s.public_words as "publicWords", s.phase, s.owner, s.actor_id as "actorId", s.actor_name as "actorName",
  s.assignee_id as "assigneeId", s.assignee_name as "assigneeName", s.stands_in_for as "standsInFor", s.after,
  s.due_on::text as "dueOn", s.status = 'TODO' and coalesce(s.due_on < ${TODAY}, false) as overdue, s.status,
  s.settled_at as "settledAt", s.settled_by as "settledBy", s.note, s.documents, s.version`;

export type StepRow = Omit<InstallationStepRecord, 'mine'>;

export const toStep = (row: StepRow, { scope }: SubgraphContext): InstallationStepRecord => ({
  ...row,
  mine: row.assigneeId !== null && row.assigneeId === scope.userId,
});

/** The steps of a case in the order of the protocol, as far as the viewer may see them. */
export function stepsOf(context: SubgraphContext, installationId: string): Promise<InstallationStepRecord[]> {
  return context.load('steps of installations', installationId, async (ids: readonly string[]) => {
    const rows = await context.read<StepRow>({
      name: 'steps of installations',
      text: `select ${STEP_COLUMNS} from installation_step s where s.installation_id = any($1::uuid[])
        order by s.position, s.key`,
      values: [ids],
    });
    const byCase = Map.groupBy(rows, (row) => row.installationId);
    return ids.map((id) => (byCase.get(id) ?? []).map((row) => toStep(row, context)));
  });
}

/** One step, as far as the viewer may see it; null otherwise. */
export async function selectStep(
  context: SubgraphContext,
  id: string,
): Promise<InstallationStepRecord | null> {
  const [row] = await context.read<StepRow>({
    name: 'installation step',
    text: `select ${STEP_COLUMNS} from installation_step s where s.territory_id = $1 and s.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toStep(row, context) : null;
}

/** The steps to do that were given to the viewer, the most urgent first; at most 200. */
export async function selectOwnSteps(context: SubgraphContext): Promise<InstallationStepRecord[]> {
  const rows = await context.read<StepRow>({
    name: 'steps of a member',
    text: `select ${STEP_COLUMNS} from installation_step s
      where s.territory_id = $1 and s.assignee_id = $2 and s.status = 'TODO'
      order by s.due_on nulls last, s.position limit 200`,
    values: [context.requireTerritory(), context.scope.userId],
  });
  return rows.map((row) => toStep(row, context));
}
