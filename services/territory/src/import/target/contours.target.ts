import type pg from 'pg';
import type { Merge, Merged, Target } from '../dataset.js';
import { refuseRepeated } from '../rejection.js';

/** Outlines of communes; an official one takes the place of a drawn cell. */
export const CONTOURS_TARGET: Target = {
  columns: { commune: 'text', geometry: 'jsonb', bounds: 'double precision[]' },
  separate: refuseRepeated('commune'),
  merge,
};

async function merge(client: pg.ClientBase, { sourceId }: Merge): Promise<Merged> {
  await client.query(
    `create temp table import_changed on commit drop as
       select commune from import_row left join commune_contour former on former.commune_code = commune
       where former.geometry is distinct from import_row.geometry or former.approximate`,
  );
  await client.query(
    `insert into commune_contour (commune_code, geometry, bounds, approximate, source_id)
     select commune, geometry, bounds, false, $1 from import_row join import_changed using (commune)
     on conflict (commune_code) do update set geometry = excluded.geometry, bounds = excluded.bounds,
       approximate = false, source_id = excluded.source_id`,
    [sourceId],
  );
  const { rows } = await client.query<{ staged: number; imported: number }>(
    `select (select count(*)::int from import_row) as staged, (select count(*)::int from import_changed) as imported`,
  );
  const { staged = 0, imported = 0 } = rows[0] ?? {};
  return { imported, unchanged: staged - imported, removed: 0 };
}
