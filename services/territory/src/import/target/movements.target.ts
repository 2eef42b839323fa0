import type pg from 'pg';
import type { Merge, Merged, Target } from '../dataset.js';
import { refuseRepeated } from '../rejection.js';

/** Movements of communes, which lead from codes of the past to those of today. */
export const MOVEMENTS_TARGET: Target = {
  columns: { former: 'text', current: 'text', since: 'date', carries: 'boolean', key: 'text' },
  separate: refuseRepeated('key'),
  merge,
};

/**
 * Where each former code leads, through all movements since. A code of today leads nowhere: where a commune was
 * restored, the one that it left goes on.
 */
const WALK = `
  create temp table import_walk on commit drop as
    with recursive step as (
      select distinct on (former) former, current, since from import_row
      where carries and former not in (select code from commune_reference)
      order by former, since desc, line desc
    ), walk as (
      select former as code, current, since, 1 as steps from step
      union all
      select walk.code, step.current, greatest(walk.since, step.since), steps + 1
      from walk join step on step.former = walk.current where steps < 30
    )
    select code, current, since from walk where current in (select code from commune_reference)`;

const INSIDE = `
  select i.line, i.carries, w.code from import_row i
  left join import_walk w on w.code = i.former
  where coalesce((select current from import_walk where code = i.current), i.current) in (select commune from own)
    or coalesce(w.current, i.former) in (select commune from own)`;

async function merge(client: pg.ClientBase, { territoryId, sourceId }: Merge): Promise<Merged> {
  await client.query(WALK);
  await client.query('create temp table own (commune text) on commit drop');
  await client.query('insert into own select commune_code from territory_commune where territory_id = $1', [
    territoryId,
  ]);
  const written = await client.query<{ code: string }>(
    `insert into former_commune (code, current_code, since, source_id)
     select code, current, since, $1 from import_walk where current in (select commune from own)
     on conflict (code) do update set current_code = excluded.current_code, since = excluded.since, source_id = excluded.source_id
       where former_commune.current_code <> excluded.current_code
     returning code`,
    [sourceId],
  );
  const { rows } = await client.query<{ staged: number; inside: number; imported: number }>(
    `select (select count(*)::int from import_row) as staged, count(*)::int as inside,
       count(*) filter (where carries and code = any($1))::int as imported from (${INSIDE}) inside`,
    [written.rows.map(({ code }) => code)],
  );
  // Territories keep no copy: the next import of each dataset reads the table.
  await client.query('create temp table import_changed (commune text) on commit drop');
  const { staged = 0, inside = 0, imported = 0 } = rows[0] ?? {};
  return { imported, unchanged: inside - imported, removed: 0, outside: staged - inside };
}
