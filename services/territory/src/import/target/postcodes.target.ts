import type pg from 'pg';
import type { Merged, Target } from '../dataset.js';
import { refuseRepeated } from '../rejection.js';

/** The postal codes of communes; one may have several, and one code several communes. */
export const POSTCODES_TARGET: Target = {
  columns: { commune: 'text', postcode: 'text', key: 'text' },
  separate: refuseRepeated('key'),
  merge,
};

async function merge(client: pg.ClientBase): Promise<Merged> {
  const { rows } = await client.query<{ imported: number; unchanged: number }>(
    `select count(*) filter (where postcode <> all (c.postal_codes))::int as imported,
       count(*) filter (where postcode = any (c.postal_codes))::int as unchanged
     from import_row join commune_reference c on c.code = commune`,
  );
  const gone = await client.query<{ removed: number }>(
    `select count(*)::int as removed from commune_reference c, unnest(c.postal_codes) as former
     where c.code in (select commune from import_row)
       and not exists (select from import_row where commune = c.code and postcode = former)`,
  );
  // Territories keep no copy of postal codes: nothing to refresh.
  await client.query('create temp table import_changed (commune text) on commit drop');
  await client.query(
    `update commune_reference c set postal_codes = found.codes
     from (select commune, array_agg(distinct postcode order by postcode) as codes from import_row group by commune) found
     where c.code = found.commune and not (c.postal_codes @> found.codes and c.postal_codes <@ found.codes)`,
  );
  const { imported = 0, unchanged = 0 } = rows[0] ?? {};
  return { imported, unchanged, removed: gone.rows[0]?.removed ?? 0 };
}
