import { Migration } from '@mikro-orm/migrations';

/**
 * By how much the figures of territories changed in each year: what a region reads of any year and of their course, in
 * one pass over each table. The figures role sees no more than before.
 */
export class Migration20261123190500_region_changes extends Migration {
  override name = 'Migration20261123190500_region_changes';

  override up(): void {
    this.addSql(`
      create function region_changes(territories uuid[], last_day date)
        returns table (territory_id uuid, year int, attended int, effective int, planned int, demonstration boolean)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        with change as (
          select p.territory_id, min(p.first_contact_on) as day, 0 as attended, 0 as effective, 0 as planned,
                 true as demonstration
            from prospect p
           where p.territory_id = any(territories) and p.demonstration
           group by p.territory_id
          union all
          select r.territory_id, min(s.ends_at at time zone 'Europe/Paris')::date, 1, 0, 0, false
            from registration r
            join discovery_session s on s.id = r.session_id
           where r.territory_id = any(territories) and r.status = 'ATTENDED'
           group by r.territory_id, r.prospect_id
          union all
          select i.territory_id, i.effective_on, 0, 1, 0, i.demonstration
            from installation i
           where i.territory_id = any(territories) and i.effective_on is not null
          union all
          select i.territory_id, i.planned_on, 0, 0, 1, i.demonstration
            from installation i
           where i.territory_id = any(territories)
          union all
          select i.territory_id, greatest(i.planned_on, least(i.effective_on, i.abandoned_on)), 0, 0, -1, false
            from installation i
           where i.territory_id = any(territories) and (i.effective_on is not null or i.abandoned_on is not null)
        )
        select c.territory_id, extract(year from c.day)::int, sum(c.attended)::int, sum(c.effective)::int,
               sum(c.planned)::int, bool_or(c.demonstration)
          from change c
         where c.day <= last_day
         group by 1, 2;
      end;
      revoke all on function region_changes from public;
      grant execute on function region_changes to ancrage_accompaniment_app;
      alter function region_changes owner to ancrage_accompaniment_figures;
    `);
  }

  override down(): void {
    this.addSql('drop function region_changes;');
  }
}
