import type pg from 'pg';
import type { Merged, Target } from '../dataset.js';
import { refuseRepeated } from '../rejection.js';

/** Municipal populations; those of communes that merged since add up. */
export const POPULATIONS_TARGET: Target = {
  columns: { commune: 'text', written: 'text', population: 'integer' },
  separate: refuseRepeated('written'),
  merge,
};

async function merge(client: pg.ClientBase): Promise<Merged> {
  await client.query(
    `create temp table import_changed on commit drop as
       select found.commune, found.population from (
         select commune, sum(population)::int as population from import_row group by commune
       ) found join commune_reference c on c.code = found.commune
       where c.population is distinct from found.population`,
  );
  await client.query(
    'update commune_reference c set population = n.population from import_changed n where c.code = n.commune',
  );
  const { rows } = await client.query<{ staged: number; imported: number }>(
    `select count(*)::int as staged, count(*) filter (where commune in (select commune from import_changed))::int as imported
     from import_row`,
  );
  const { staged = 0, imported = 0 } = rows[0] ?? {};
  return { imported, unchanged: staged - imported, removed: 0 };
}
