import type { SubgraphContext } from '@ancrage/subgraph';
import type { FollowUpRecord } from './follow-up-record.js';
import { TODAY } from './installation-record.queries.js';

const COLUMNS = `id, months, due_on::text as "dueOn", answered_at is null and due_on <= ${TODAY} as due,
  answered_at as "answeredAt", answered_by as "answeredBy", still_here as "stillHere", jobs, rating, words`;

/** The questions of a case after six and twelve months, in that order; none before it is effective. */
export function followUpsOf(context: SubgraphContext, installationId: string): Promise<FollowUpRecord[]> {
  return context.load('follow-ups of installations', installationId, async (ids: readonly string[]) => {
    const rows = await context.read<FollowUpRecord & { installationId: string }>({
      name: 'follow-ups of installations',
      text: `select installation_id as "installationId", ${COLUMNS} from follow_up
        where installation_id = any($1::uuid[]) order by months`,
      values: [ids],
    });
    const byCase = Map.groupBy(rows, (row) => row.installationId);
    return ids.map((id) => byCase.get(id) ?? []);
  });
}

export async function selectFollowUp(context: SubgraphContext, id: string): Promise<FollowUpRecord> {
  const [row] = await context.read<FollowUpRecord>({
    name: 'follow-up',
    text: `select ${COLUMNS} from follow_up where territory_id = $1 and id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row!;
}
