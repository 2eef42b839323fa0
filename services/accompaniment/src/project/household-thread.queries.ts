import type { SubgraphContext } from '@ancrage/subgraph';
import type { UnreadHousehold } from './household-thread.resolver.js';
import type { HouseholdMessageNode } from './own-parts.js';
import { MESSAGE_COLUMNS, MOST_MESSAGES } from './own-parts.queries.js';

/** The thread with a household as a member reads it, the first one first. */
export function selectThread(context: SubgraphContext, prospectId: string): Promise<HouseholdMessageNode[]> {
  return context.load('household threads', prospectId, async (ids: readonly string[]) => {
    const rows = await context.read<HouseholdMessageNode & { prospectId: string }>({
      name: 'household threads',
      text: `select prospect_id as "prospectId", ${MESSAGE_COLUMNS} from (
          select *, row_number() over (partition by prospect_id order by sent_at desc, id) as place
            from household_message where prospect_id = any($1::uuid[])) as numbered
        where place <= ${MOST_MESSAGES} order by sent_at, id`,
      values: [ids],
    });
    const byProspect = Map.groupBy(rows, (row) => row.prospectId);
    return ids.map((id) => byProspect.get(id) ?? []);
  });
}

export const selectUnread = (context: SubgraphContext): Promise<UnreadHousehold[]> =>
  context.read<UnreadHousehold>({
    name: 'unread households',
    text: `select m.prospect_id as "prospectId", c.name, count(*)::int as unread, min(m.sent_at) as since
      from household_message m join prospect_contact c on c.prospect_id = m.prospect_id
      where m.territory_id = $1 and m.from_household and m.read_at is null
      group by m.prospect_id, c.name order by since, m.prospect_id limit 50`,
    values: [context.requireTerritory()],
  });
