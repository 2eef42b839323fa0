import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import type { AccessRecordConnection, AccessRecordNode, AccessRecordsArguments } from './access-list.js';

/** Who looked at what, newest first. */
export async function selectAccessRecords(
  context: SubgraphContext,
  { first, after, what, search, userIds, soloId }: AccessRecordsArguments,
): Promise<AccessRecordConnection> {
  const like = search?.trim() ? `%${search.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const values = [context.requireTerritory(), what ?? null, like, userIds ?? null, soloId ?? null];
  const matching = `a.territory_id = $1 and ($2::text is null or a.what = $2)
    and ($4::text[] is null or a.user_id = any($4)) and ($5::text is null or a.solo_id::text = $5 or $5 = any(a.solo_ids))
    and ($3::text is null or a.user_id ilike $3 or exists (
      select from solo s where (s.id = a.solo_id or s.id::text = any(a.solo_ids)) and s.name_key like lower($3)))`;
  const [moment, id] = after ? decodeCursor(after, 2) : [null, null];
  const [rows, [count]] = await Promise.all([
    context.read<AccessRecordNode & { moment: string }>({
      name: 'access records',
      text: `select a.id, a.at, a.at::text as moment, a.what, a.entries, a.user_id as "userId",
          (select s.id from solo s where s.id = a.solo_id) as "soloId",
          array(select s.display_name from solo s where s.id = a.solo_id or s.id::text = any(a.solo_ids[1:5])) as names
        from access_record a where ${matching}
          and ($7::timestamptz is null or (a.at, a.id::text) < ($7::timestamptz, $8::text))
        order by a.at desc, a.id::text desc limit $6`,
      values: [...values, first + 1, moment, id],
    }),
    context.read<{ total: number }>({
      name: 'count of access records',
      text: `select count(*)::int as total from access_record a where ${matching}`,
      values,
    }),
  ]);
  return {
    totalCount: count?.total ?? 0,
    ...toPage(rows, first, (row) => encodeCursor([row.moment, row.id])),
  };
}
