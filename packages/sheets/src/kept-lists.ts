import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import type { SentList } from './receive-list.js';

/** How a list is read: the column of each field, and what else its sender says of it. */
export interface ListPlan {
  columns: Partial<Record<string, string>>;
}

/** A list as its page shows it. */
export interface ListOnItsWay<Plan extends ListPlan, Report> {
  id: string;
  fileName: string;
  state: ListState;
  headers: string[];
  rowCount: number;
  /** The first five rows. */
  sample: string[][];
  mapping: Plan;
  createdAt: Date;
  createdBy: string;
  report: Report | null;
}

/** A list that waits, locked, with all its rows. */
export interface WaitingList<Plan extends ListPlan> {
  id: string;
  fileName: string;
  headers: string[];
  rows: string[][];
  mapping: Plan;
  checked: boolean;
}

export type ListState = 'MAPPED' | 'IMPORTED' | 'GIVEN_UP';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const COLUMNS = `id, file_name as "fileName", state, headers, coalesce(jsonb_array_length(rows), 0) as "rowCount",
  coalesce((select jsonb_agg(row) from (select row from jsonb_array_elements(rows) as row limit 5) as first), '[]') as sample,
  mapping, created_at as "createdAt", created_by as "createdBy", report`;

/** Lists on their way in, in one table of a service: looked at first, imported once, a week at most. */
export class KeptLists<Plan extends ListPlan, Report extends object> {
  /** `firstPlan` is what a new list is read by until somebody says otherwise. */
  constructor(
    private readonly table: 'solo_import' | 'prospect_import',
    private readonly firstPlan: (headers: readonly string[]) => Plan,
  ) {}

  /** The last twenty, newest first. */
  last(context: SubgraphContext): Promise<ListOnItsWay<Plan, Report>[]> {
    return context.read<ListOnItsWay<Plan, Report> & Record<string, unknown>>({
      name: `lists of ${this.table}`,
      text: `select ${COLUMNS} from ${this.table} where territory_id = $1 order by created_at desc, id limit 20`,
      values: [context.requireTerritory()],
    });
  }

  async one(context: SubgraphContext, id: string): Promise<ListOnItsWay<Plan, Report> | null> {
    if (!UUID.test(id)) return null;
    const [row] = await context.read<ListOnItsWay<Plan, Report> & Record<string, unknown>>({
      name: `list of ${this.table}`,
      text: `select ${COLUMNS} from ${this.table} where territory_id = $1 and id = $2`,
      values: [context.requireTerritory(), id],
    });
    return row ?? null;
  }

  /** Keeps a list that was read, and throws older ones away. Gives its id. */
  keep(context: SubgraphContext, { fileName, list }: SentList): Promise<string> {
    const id = randomUUID();
    return context.write(async (connection) => {
      await this.forgetOld(connection);
      await connection.query(
        `insert into ${this.table} (id, territory_id, file_name, headers, rows, mapping, state, created_by)
         values ($1, $2, $3, $4, $5, $6, 'MAPPED', $7)`,
        [
          id,
          context.requireTerritory(),
          fileName,
          list.headers,
          JSON.stringify(list.rows),
          JSON.stringify(this.firstPlan(list.headers)),
          context.scope.userId,
        ],
      );
      return id;
    });
  }

  /** People who are not imported within a week are not kept. What row-level security shows is the territory's own. */
  async forgetOld(connection: Connection): Promise<void> {
    await connection.query(
      `update ${this.table} set rows = null, state = case when state = 'MAPPED' then 'GIVEN_UP' else state end,
         report = jsonb_set(report, '{left}', '[]')
       where created_at < now() - interval '7 days' and (rows is not null or report->'left' <> '[]'::jsonb)`,
    );
  }

  /** A list that waits, locked; null for one that is done with. Throws NOT_FOUND for none of the territory. */
  async lock(
    connection: Connection,
    context: SubgraphContext,
    id: string,
  ): Promise<WaitingList<Plan> | null> {
    const { rows } = UUID.test(id)
      ? await connection.query<WaitingList<Plan> & { state: string }>(
          `select id, file_name as "fileName", headers, rows, mapping, state, report is not null as checked
             from ${this.table} where territory_id = $1 and id = $2 for update`,
          [context.requireTerritory(), id],
        )
      : { rows: [] };
    if (!rows[0]) throw new NotFoundError('Cette liste n’existe pas.');
    return rows[0].state === 'MAPPED' && rows[0].rows ? rows[0] : null;
  }

  /** Keeps how a locked list is read, and what importing it would do. */
  async checked(connection: Connection, id: string, plan: Plan, report: Report): Promise<void> {
    await connection.query(`update ${this.table} set mapping = $2, report = $3 where id = $1`, [
      id,
      JSON.stringify(plan),
      JSON.stringify(report),
    ]);
  }

  /** Ends a locked list: imported with what that did, or given up where there is no report. Its rows go. */
  async end(connection: Connection, id: string, report: Report | null): Promise<void> {
    await connection.query(`update ${this.table} set rows = null, state = $2, report = $3 where id = $1`, [
      id,
      report ? 'IMPORTED' : 'GIVEN_UP',
      report && JSON.stringify(report),
    ]);
  }
}
