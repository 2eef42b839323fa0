import { Migration } from '@mikro-orm/migrations';

/**
 * Counts across territories, for those who may not read a single row. The figures role sees no name, no text, no
 * address: only what counting needs.
 */
export class Migration20261123060800_figures extends Migration {
  override name = 'Migration20261123060800_figures';

  override up(): void {
    this.addSql(`
      grant select (id, territory_id, status, identified_at, published_at, withdrawn_at, demonstration)
        on solo to ancrage_directory_figures;
      create function solo_figures(territories uuid[], last_day date)
        returns table (territory_id uuid, identified int, published int, demonstration boolean)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        with period as (select (last_day + 1)::timestamp at time zone 'Europe/Paris' as ends_at)
        select asked.id,
               count(solo.id)::int,
               (count(*) filter (
                 where published_at < ends_at and (status = 'PUBLISHED' or withdrawn_at >= ends_at)
               ))::int,
               coalesce(bool_or(solo.demonstration), false)
          from period
         cross join unnest(territories) as asked (id)
          left join solo on solo.territory_id = asked.id and identified_at < ends_at
         group by asked.id;
      end;
      revoke all on function solo_figures from public;
      grant execute on function solo_figures to ancrage_directory_app;
      alter function solo_figures owner to ancrage_directory_figures;
    `);
  }
}
