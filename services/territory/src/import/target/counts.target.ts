import type pg from 'pg';
import type { Change, Merged, Target } from '../dataset.js';
import { refuseRepeated } from '../rejection.js';

/** Of a file with several years, the latest counts. */
const LATEST = 'year = (select max(year) from import_row)';

/** Counts by commune and type: they are stated, and no facility is drawn from them. */
export const COUNTS_TARGET: Target = {
  columns: { commune: 'text', type: 'text', count: 'integer', year: 'integer', key: 'text' },
  separate: refuseRepeated('commune, type, year, key'),
  counted: `select commune, type, sum(count)::int as count from import_row where ${LATEST} and count > 0
    group by commune, type`,
  merge,
};

const DIFFERENT = 'former.count is distinct from counted.count';

async function merge(client: pg.ClientBase): Promise<Merged> {
  const { rows } = await client.query<{ staged: number; imported: number }>(
    `select count(*)::int as staged, count(*) filter (where ${LATEST} and ${DIFFERENT})::int as imported
     from import_row left join import_counted counted using (commune, type)
     left join import_former former using (commune, type)`,
  );
  const changes = await client.query<Change>(
    `select type, count(*) filter (where former.count is null)::int as added,
       count(*) filter (where former.count is not null and counted.count is not null)::int as changed,
       count(*) filter (where counted.count is null)::int as removed
     from import_counted counted full join import_former former using (commune, type)
     where ${DIFFERENT} group by type order by type`,
  );
  const { staged = 0, imported = 0 } = rows[0] ?? {};
  const removed = changes.rows.reduce((sum, change) => sum + change.removed, 0);
  return { imported, unchanged: staged - imported, removed, changes: changes.rows };
}
