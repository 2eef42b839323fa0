import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';

/** By what a list is ordered: an SQL expression that is never null, and its type. */
export interface ListOrder {
  key: string;
  type: 'text' | 'date' | 'timestamptz' | 'int';
  down?: boolean;
}

/** What a page is of: SQL, with its values; `id` is the column that tells rows of one place apart. */
export interface OrderedList {
  columns: string;
  from: string;
  where: string;
  values: unknown[];
  id: string;
  order: ListOrder;
}

/** A page of rows in order, and how many there are in all. Cursors hold the very place of a row, as text. */
export async function orderedPage<Row extends { id: string }>(
  context: SubgraphContext,
  { columns, from, where, values, id, order: { key, type, down = false } }: OrderedList,
  { first, after }: { first: number; after?: string | undefined },
) {
  const all = [...values];
  let beyond = '';
  if (after) {
    const [place, last] = decodeCursor(after, 2);
    if (typeof place !== 'string' || !isUuid(String(last)) || !isOf(type, place))
      throw new BadInputError("Ce curseur n'est pas valable.", 'after');
    beyond = `and (${key}, ${id}) ${down ? '<' : '>'} ($${all.push(place)}::${type}, $${all.push(last)}::uuid)`;
  }
  const direction = down ? 'desc' : 'asc';
  const [rows, [count]] = await Promise.all([
    context.read<Row & { place: string }>({
      text: `select ${columns}, (${key})::text as place from ${from} where ${where} ${beyond}
        order by ${key} ${direction}, ${id} ${direction} limit $${all.push(first + 1)}`,
      values: all,
    }),
    context.read<{ total: number }>({
      text: `select count(*)::int as total from ${from} where ${where}`,
      values,
    }),
  ]);
  return {
    totalCount: count?.total ?? 0,
    ...toPage(rows, first, (row) => encodeCursor([row.place, row.id])),
  };
}

/** A cursor that nobody gave out must not become a fault of the database. */
function isOf(type: ListOrder['type'], place: string): boolean {
  if (type === 'text') return true;
  if (type === 'int') return /^-?\d{1,9}$/.test(place);
  return /^-?infinity$/.test(place) || !Number.isNaN(Date.parse(place));
}
