import { Migration } from '@mikro-orm/migrations';

/**
 * By how much the directories of territories changed in each year: what a region reads of any year and of their
 * course, in one pass. The figures role sees no more than before.
 */
export class Migration20261123190600_region_solo_changes extends Migration {
  override name = 'Migration20261123190600_region_solo_changes';

  override up(): void {
    this.addSql(`
      create function region_solo_changes(territories uuid[], last_day date)
        returns table (territory_id uuid, year int, identified int, published int, demonstration boolean)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        with change as (
          select s.territory_id, moment.at, moment.identified, moment.published, s.demonstration
            from solo s
           cross join lateral (values
             (s.identified_at, 1, 0),
             (case when s.status = 'PUBLISHED' or s.withdrawn_at is not null then s.published_at end, 0, 1),
             (case when s.withdrawn_at is not null and s.published_at is not null
                then greatest(s.withdrawn_at, s.published_at) end, 0, -1)
           ) as moment (at, identified, published)
           where s.territory_id = any(territories)
             and moment.at < (last_day + 1)::timestamp at time zone 'Europe/Paris'
        )
        select c.territory_id, extract(year from c.at at time zone 'Europe/Paris')::int, sum(c.identified)::int,
               sum(c.published)::int, bool_or(c.demonstration)
          from change c
         group by 1, 2;
      end;
      revoke all on function region_solo_changes from public;
      grant execute on function region_solo_changes to ancrage_directory_app;
      alter function region_solo_changes owner to ancrage_directory_figures;
    `);
  }

  override down(): void {
    this.addSql('drop function region_solo_changes;');
  }
}
