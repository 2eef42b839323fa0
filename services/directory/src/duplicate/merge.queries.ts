import type { SubgraphContext } from '@ancrage/subgraph';
import { type ConnectionArguments, decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import type { SoloMergeConnection, SoloMergeNode } from './merge.result.js';

const COLUMNS = `m.id, m.kept_id as "keptId", m.merged_at as "mergedAt", m.merged_at::text as moment,
  m.undone_at as "undoneAt", m.before #>> '{merged,solo,0,display_name}' as "mergedName",
  coalesce(s.display_name, m.before #>> '{kept,solo,0,display_name}') as "keptName"`;
const FROM = 'solo_merge m left join solo s on s.id = m.kept_id';

/** Merges, newest first; with an id, those that the record had a part in. */
export async function selectMerges(
  context: SubgraphContext,
  { first, after }: ConnectionArguments,
  soloId: string | null,
): Promise<SoloMergeConnection> {
  const [moment, id] = after ? decodeCursor(after, 2) : [null, null];
  const rows = await context.read<SoloMergeNode & { moment: string }>({
    name: 'merges',
    text: `select ${COLUMNS} from ${FROM} where m.territory_id = $1
        and ($3::text is null or $3 in (m.kept_id::text, m.merged_id::text))
        and ($4::timestamptz is null or (m.merged_at, m.id::text) < ($4::timestamptz, $5::text))
      order by m.merged_at desc, m.id::text desc limit $2`,
    values: [context.requireTerritory(), first + 1, soloId, moment, id],
  });
  return toPage(rows, first, (row) => encodeCursor([row.moment, row.id]));
}

export async function selectMerge(context: SubgraphContext, id: string): Promise<SoloMergeNode | null> {
  const [row] = await context.read<SoloMergeNode & Record<string, unknown>>({
    name: 'merge',
    text: `select ${COLUMNS} from ${FROM} where m.territory_id = $1 and m.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ?? null;
}
