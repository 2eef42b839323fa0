import type pg from 'pg';
import type { Merge, Merged, Target } from '../dataset.js';

/**
 * Facilities keep their id from one import to the next: it is drawn from the source and what identifies the row there.
 * Rows that nothing tells apart (two taxis of a village, without a name) are numbered; `distinct` rows may not repeat.
 */
export const FACILITY_TARGET: Target = {
  columns: {
    commune: 'text',
    type: 'text',
    name: 'text',
    longitude: 'double precision',
    latitude: 'double precision',
    key: 'text',
    distinct_key: 'boolean',
  },
  duplicates: `select line from (
      select line, row_number() over (partition by key order by line) as nth from import_row where distinct_key
    ) repeated where nth > 1 order by line`,
  merge,
};

const STAGED = `
  create temp table import_facility on commit drop as
    select case nth when 1 then base else md5(base || nth) end::uuid as id, commune, type, name, longitude, latitude
    from (
      select *, md5($1 || '|' || key) as base, row_number() over (partition by key order by line) as nth, distinct_key as once
      from import_row
    ) numbered
    where not (once and nth > 1)`;

const SAME = `(f.commune_code, f.type_code, f.name, f.longitude, f.latitude)
  is not distinct from (s.commune, s.type, s.name, s.longitude, s.latitude)`;

async function merge(client: pg.ClientBase, { territoryId, sourceId, types }: Merge): Promise<Merged> {
  // Parameters are not allowed in CREATE TABLE AS; both ids are the platform's own.
  await client.query(STAGED.replace('$1', client.escapeLiteral(sourceId)));
  const { rows } = await client.query<{ former: number }>(
    'select count(*)::int as former from facility where territory_id = $1 and source_id = $2',
    [territoryId, sourceId],
  );
  let changed = 0;
  let removed = 0;
  let staged = 0;
  if (rows[0]?.former) {
    await client.query('create unique index on import_facility (id)');
    await client.query('analyze import_facility');
    const gone = await client.query(
      `delete from facility f where f.territory_id = $1 and f.source_id = $2
       and not exists (select from import_facility s where s.id = f.id)`,
      [territoryId, sourceId],
    );
    const updated = await client.query(
      `update facility f set commune_code = s.commune, type_code = s.type, name = s.name, longitude = s.longitude, latitude = s.latitude
       from import_facility s where f.id = s.id and f.territory_id = $1 and not (${SAME})`,
      [territoryId],
    );
    const known = await client.query<{ staged: number }>(
      'select count(*)::int as staged from import_facility',
    );
    removed = gone.rowCount ?? 0;
    changed = updated.rowCount ?? 0;
    staged = known.rows[0]?.staged ?? 0;
  }
  const inserted = await client.query(
    `insert into facility (id, territory_id, commune_code, type_code, name, longitude, latitude, source_id)
     select id, $1, commune, type, name, longitude, latitude, $2 from import_facility s
     where ${rows[0]?.former ? 'not exists (select from facility f where f.id = s.id)' : 'true'}`,
    [territoryId, sourceId],
  );
  const imported = (inserted.rowCount ?? 0) + changed;
  if (types.length > 0) {
    const left = await client.query(
      'delete from facility where territory_id = $1 and source_id <> $2 and type_code = any($3)',
      [territoryId, sourceId, types],
    );
    removed += left.rowCount ?? 0;
  }
  return { imported, unchanged: Math.max(0, staged - imported), removed };
}
