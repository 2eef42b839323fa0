import type { SubgraphContext } from '@ancrage/subgraph';
import { type ListOrder, orderedPage } from '../listing/ordered-page.js';
import { plain } from '../prospect/prospect-conditions.js';
import { type AskedCases, conditionsOf, PLACE } from './installation-conditions.js';
import { InstallationOrder, type InstallationRecordsArguments } from './installation-list.input.js';
import type { InstallationRecord, InstallationRecordConnection } from './installation-record.js';
import { CASE_COLUMNS, CASES, type CaseRow, toCase } from './installation-record.queries.js';

/** What has no day comes after everything that has one. */
const URGENCY = `coalesce(next.due_on, 'infinity'::date)`;
const ARRIVAL = `coalesce(i.effective_on, i.expected_on, 'infinity'::date)`;

const ORDERS: Record<InstallationOrder, ListOrder> = {
  URGENCY: { key: URGENCY, type: 'date' },
  URGENCY_DESC: { key: URGENCY, type: 'date', down: true },
  NAME: { key: plain('c.name'), type: 'text' },
  NAME_DESC: { key: plain('c.name'), type: 'text', down: true },
  PLANNED: { key: 'i.planned_on', type: 'date' },
  PLANNED_DESC: { key: 'i.planned_on', type: 'date', down: true },
  ARRIVAL: { key: ARRIVAL, type: 'date' },
  ARRIVAL_DESC: { key: ARRIVAL, type: 'date', down: true },
};

/** A page of the territory's cases. */
export async function selectInstallations(
  context: SubgraphContext,
  { first, after, orderBy, ...asked }: InstallationRecordsArguments,
): Promise<InstallationRecordConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const where = conditionsOf(asked, values);
  const found = await orderedPage<CaseRow>(
    context,
    { columns: CASE_COLUMNS, from: CASES, where, values, id: 'i.id', order: ORDERS[orderBy] },
    { first, after },
  );
  return { ...found, nodes: found.nodes.map((row) => toCase(row, context)) };
}

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
