import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { UUID } from '../pipeline/move-solo.js';
import type { CheckedRow, ImportPlan } from './check-rows.js';
import { guessMapping } from './import-field.js';
import type { ReadList } from './read-list.js';
import type { SoloImportNode, SoloImportReport } from './solo-import.js';

type StoredRow = Omit<SoloImportNode, 'mapping' | 'source' | 'mine'> & {
  mapping: { columns: ImportPlan['mapping']; source: string };
  createdBy: string;
};

const COLUMNS = `id, file_name as "fileName", state, headers, coalesce(jsonb_array_length(rows), 0) as "rowCount",
  coalesce((select jsonb_agg(row) from (select row from jsonb_array_elements(rows) as row limit 5) as first), '[]') as sample,
  mapping, created_at as "createdAt", created_by as "createdBy", report`;

const toNode = ({ mapping, createdBy, ...row }: StoredRow, context: SubgraphContext): SoloImportNode => ({
  ...row,
  mapping: Object.entries(mapping.columns).map(([field, header]) => ({ field, header: header ?? '' })),
  source: mapping.source,
  mine: createdBy === context.scope.userId,
});

/** The last lists that were sent, newest first, without the rows of their reports. */
export async function selectImports(context: SubgraphContext): Promise<SoloImportNode[]> {
  const rows = await context.read<StoredRow & Record<string, unknown>>({
    name: 'lists of solos',
    text: `select ${COLUMNS} from solo_import where territory_id = $1 order by created_at desc, id limit 20`,
    values: [context.requireTerritory()],
  });
  return rows.map((row) => toNode(row, context));
}

export async function selectImport(context: SubgraphContext, id: string): Promise<SoloImportNode | null> {
  if (!UUID.test(id)) return null;
  const [row] = await context.read<StoredRow & Record<string, unknown>>({
    name: 'list of solos',
    text: `select ${COLUMNS} from solo_import where territory_id = $1 and id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toNode(row, context) : null;
}

/** Keeps a list that was read, with a guess at what its columns hold. Throws older ones away. */
export function keepList(context: SubgraphContext, fileName: string, list: ReadList): Promise<string> {
  const id = randomUUID();
  return context.write(async (connection) => {
    await forgetOld(connection);
    const mapping = { columns: guessMapping(list.headers), source: '' };
    await connection.query(
      `insert into solo_import (id, territory_id, file_name, headers, rows, mapping, state, created_by)
       values ($1, $2, $3, $4, $5, $6, 'MAPPED', $7)`,
      [
        id,
        context.requireTerritory(),
        fileName,
        list.headers,
        JSON.stringify(list.rows),
        JSON.stringify(mapping),
        context.scope.userId,
      ],
    );
    return id;
  });
}

/** People who are not imported within a week are not kept. What row-level security shows is the territory's own. */
export async function forgetOld(connection: Connection): Promise<void> {
  await connection.query(
    `update solo_import set rows = null, state = case when state = 'MAPPED' then 'GIVEN_UP' else state end,
       report = jsonb_set(report, '{left}', '[]')
     where created_at < now() - interval '7 days' and (rows is not null or report->'left' <> '[]'::jsonb)`,
  );
}

/** What is kept of a check: counts, and the rows that are left with what was sent. */
export function reportOf(checked: readonly CheckedRow[], rows: readonly string[][]): SoloImportReport {
  const count = (fate: CheckedRow['fate']) => checked.filter((row) => row.fate === fate).length;
  return {
    taken: count('TAKEN'),
    refused: count('REFUSED'),
    known: count('KNOWN'),
    away: count('AWAY'),
    left: checked
      .filter(({ fate }) => fate !== 'TAKEN')
      .map(({ line, fate, words }) => ({ line, fate, words, cells: rows[line - 2] ?? [] })),
  };
}
