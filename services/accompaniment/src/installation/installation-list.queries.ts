import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import { plain } from '../prospect/prospect-conditions.js';
import { type AskedCases, conditionsOf, PLACE } from './installation-conditions.js';
import { InstallationOrder, type InstallationRecordsArguments } from './installation-list.input.js';
import type { InstallationRecord, InstallationRecordConnection } from './installation-record.js';
import { CASE_COLUMNS, CASES, type CaseRow, toCase } from './installation-record.queries.js';

/** What has no day comes after everything that has one. */
const URGENCY = `coalesce(next.due_on, 'infinity'::date)`;
const ARRIVAL = `coalesce(i.effective_on, i.expected_on, 'infinity'::date)`;

const ORDERS: Record<InstallationOrder, { key: string; type: string; down: boolean }> = {
  URGENCY: { key: URGENCY, type: 'date', down: false },
  URGENCY_DESC: { key: URGENCY, type: 'date', down: true },
  NAME: { key: plain('c.name'), type: 'text', down: false },
  NAME_DESC: { key: plain('c.name'), type: 'text', down: true },
  PLANNED: { key: 'i.planned_on', type: 'date', down: false },
  PLANNED_DESC: { key: 'i.planned_on', type: 'date', down: true },
  ARRIVAL: { key: ARRIVAL, type: 'date', down: false },
  ARRIVAL_DESC: { key: ARRIVAL, type: 'date', down: true },
};

/** A page of the territory's cases. */
export async function selectInstallations(
  context: SubgraphContext,
  { first, after, orderBy, ...asked }: InstallationRecordsArguments,
): Promise<InstallationRecordConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const matching = conditionsOf(asked, values);
  const counted = [...values];
  const { key, type, down } = ORDERS[orderBy];
  let beyond = '';
  if (after) {
    const [value, id] = decodeCursor(after, 2);
    if (typeof value !== 'string' || !isUuid(String(id)) || !isOf(type, value))
      throw new BadInputError("Ce curseur n'est pas valable.", 'after');
    beyond = `and (${key}, i.id) ${down ? '<' : '>'} ($${values.push(value)}::${type}, $${values.push(id)}::uuid)`;
  }
  const direction = down ? 'desc' : 'asc';
  const [rows, [count]] = await Promise.all([
    context.read<CaseRow & { place: string }>({
      text: `select ${CASE_COLUMNS}, (${key})::text as place from ${CASES} where ${matching} ${beyond}
        order by ${key} ${direction}, i.id ${direction} limit $${values.push(first + 1)}`,
      values,
    }),
    context.read<{ total: number }>({
      text: `select count(*)::int as total from ${CASES} where ${matching}`,
      values: counted,
    }),
  ]);
  const page = toPage(rows, first, (row) => encodeCursor([row.place, row.id]));
  return {
    totalCount: count?.total ?? 0,
    nodes: page.nodes.map(({ place: _place, ...row }) => toCase(row, context)),
    pageInfo: page.pageInfo,
  };
}

/** A cursor that nobody gave out must not become a fault of the database. */
const isOf = (type: string, value: string): boolean =>
  type === 'text' || value === 'infinity' || !Number.isNaN(Date.parse(value));

export type PlacedCase = InstallationRecord & { place: string; matching: number };

/** Who matches at each place of the board, the first `perPlace` of each, the most urgent first. */
export async function selectBoard(
  context: SubgraphContext,
  asked: AskedCases,
  perPlace: number,
): Promise<PlacedCase[]> {
  const values: unknown[] = [context.requireTerritory()];
  const matching = conditionsOf(asked, values);
  const rows = await context.read<CaseRow & { place: string; matching: number }>({
    text: `select * from (
        select ${CASE_COLUMNS}, ${PLACE} as place, count(*) over (partition by ${PLACE})::int as matching,
          row_number() over (partition by ${PLACE} order by ${URGENCY}, i.planned_on desc, i.id) as rank
        from ${CASES} where ${matching}
      ) as numbered where rank <= $${values.push(perPlace)} order by rank`,
    values,
  });
  return rows.map(({ place, matching: count, ...row }) => ({
    ...toCase(row, context),
    place,
    matching: count,
  }));
}
