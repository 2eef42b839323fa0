import type pg from 'pg';
import type { Change, Merge, Merged, Target } from '../dataset.js';

const INSERT = `
  insert into facility (id, territory_id, commune_code, type_code, name, longitude, latitude, source_id)
  select id, $1, commune, type, name, longitude, latitude, $2`;

/**
 * Facilities keep their id from one import to the next. Rows that nothing tells apart (two taxis of a village, without a
 * name) are numbered; those with an identity of their own may not repeat.
 */
export const FACILITY_TARGET: Target = {
  columns: {
    id: 'uuid',
    commune: 'text',
    type: 'text',
    name: 'text',
    longitude: 'double precision',
    latitude: 'double precision',
    identified: 'boolean',
    reserved: 'boolean',
  },
  identified: true,
  early: INSERT,
  separate: [
    // Few ids repeat: only their rows are numbered.
    `create temp table import_nth on commit drop as
       select line, identified, row_number() over (partition by id order by line) as nth from import_row
       where id in (select id from import_row where repeated)`,
    `create temp table import_refused on commit drop as
       select line, 'DUPLICATE' as code, 'an earlier row is the same' as reason
       from import_nth where nth > 1 and identified`,
    'delete from import_row i using import_refused r where r.line = i.line',
    `update import_row i set id = md5(i.id::text || n.nth)::uuid from import_nth n
       where n.line = i.line and n.nth > 1 and not n.identified`,
  ],
  counted: 'select commune, type, count(*)::int as count from import_row group by commune, type',
  merge,
};

/** What has to be done: rows that came, went or changed; those that stayed the same are only counted. */
const DIFFERENCE = `
  create temp table import_difference on commit drop as
    select coalesce(s.id, f.id) as id, s.id is null as gone, f.id is null as came,
      s.commune, s.type, f.type_code as former_type, s.name, s.longitude, s.latitude
    from import_row s
    full join (select * from facility where territory_id = $territory and source_id = $source) f on f.id = s.id
    where s.id is null or f.id is null
      or (f.commune_code, f.type_code, f.name, f.longitude, f.latitude)
        is distinct from (s.commune, s.type, s.name, s.longitude, s.latitude)`;

const CHANGES = `
  select coalesce(type, former_type) as type, count(*) filter (where came)::int as added,
    count(*) filter (where not came and not gone)::int as changed, count(*) filter (where gone)::int as removed
  from import_difference group by 1 order by 1`;

/** On a first import everything came; small, because it was counted by commune already. */
const ALL_CAME = `
  select type, added, 0 as changed, 0 as removed
  from (select type, sum(count)::int as added from import_counted group by type) counted
  where exists (select from facility f where f.territory_id = $1 and f.source_id = $2 and f.type_code = counted.type)
  order by type`;

async function merge(client: pg.ClientBase, { territoryId, sourceId, types, early }: Merge): Promise<Merged> {
  const own = [territoryId, sourceId];
  const count = async (text: string, values: unknown[]) => (await client.query(text, values)).rowCount ?? 0;
  const { rows } = await client.query<{ staged: number; known: boolean }>(
    `select (select count(*)::int from import_row) as staged,
       exists (select from facility where territory_id = $1 and source_id = $2) as known`,
    own,
  );
  const staged = rows[0]?.staged ?? 0;
  const known = early === null && rows[0]?.known === true;
  let imported = 0;
  let removed = 0;
  if (known) {
    await client.query('analyze import_row');
    // Utility statements take no parameters.
    await client.query(
      DIFFERENCE.replace('$territory', client.escapeLiteral(territoryId)).replace(
        '$source',
        client.escapeLiteral(sourceId),
      ),
    );
    removed = await count(
      'delete from facility f using import_difference d where d.gone and d.id = f.id and f.territory_id = $1',
      [territoryId],
    );
    imported = await count(
      `update facility f set commune_code = d.commune, type_code = d.type, name = d.name, longitude = d.longitude, latitude = d.latitude
       from import_difference d where not d.gone and not d.came and d.id = f.id and f.territory_id = $1`,
      [territoryId],
    );
    imported += await count(`${INSERT} from import_difference where came`, own);
  } else if (early !== null) {
    imported = early + (await count(`${INSERT} from import_row where repeated`, own));
  } else {
    // In the order of the widest index, whose pages are then written once.
    imported = await count(`${INSERT} from import_row order by commune, type`, own);
  }
  if (types.length > 0) {
    removed += await count(
      'delete from facility where territory_id = $1 and source_id <> $2 and type_code = any($3)',
      [...own, types],
    );
  }
  const changes = known ? await client.query<Change>(CHANGES) : await client.query<Change>(ALL_CAME, own);
  return { imported, unchanged: staged - imported, removed, changes: changes.rows };
}
