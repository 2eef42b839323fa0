import { Migration } from '@mikro-orm/migrations';

/**
 * Counts across territories, for those who may not read a single row. The figures role sees what counting needs: no
 * birth year, no evidence, no commune.
 */
export class Migration20261123061700_figures extends Migration {
  override name = 'Migration20261123061700_figures';

  override up(): void {
    this.addSql(`
      grant select (territory_id, first_contact_on, demonstration) on prospect to ancrage_accompaniment_figures;
      grant select (territory_id, session_id, prospect_id, status) on registration
        to ancrage_accompaniment_figures;
      grant select (id, ends_at) on discovery_session to ancrage_accompaniment_figures;
      grant select (territory_id, planned_on, effective_on, abandoned_on, adults, children, demonstration)
        on installation to ancrage_accompaniment_figures;
    `);
    this.addSql(`
      create function accompaniment_figures(territories uuid[], last_day date)
        returns table (territory_id uuid, prospects int, attended int, effective int, planned int, people int,
                       children int, demonstration boolean)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select asked.id, contacts.count, visits.count, settled.count, projects.count, settled.people,
               settled.children,
               coalesce(contacts.demonstration, false) or coalesce(settled.demonstration, false)
                 or coalesce(projects.demonstration, false)
          from unnest(territories) as asked (id)
         cross join lateral (
           select count(*)::int as count, bool_or(p.demonstration) as demonstration
             from prospect p
            where p.territory_id = asked.id and p.first_contact_on <= last_day
         ) as contacts
         cross join lateral (
           select count(distinct r.prospect_id)::int as count
             from registration r
             join discovery_session s on s.id = r.session_id
            where r.territory_id = asked.id and r.status = 'ATTENDED'
              and s.ends_at < (last_day + 1)::timestamp at time zone 'Europe/Paris'
         ) as visits
         cross join lateral (
           select count(*)::int as count, coalesce(sum(i.adults + i.children), 0)::int as people,
                  coalesce(sum(i.children), 0)::int as children, bool_or(i.demonstration) as demonstration
             from installation i
            where i.territory_id = asked.id and i.effective_on <= last_day
         ) as settled
         cross join lateral (
           select count(*)::int as count, bool_or(i.demonstration) as demonstration
             from installation i
            where i.territory_id = asked.id and i.planned_on <= last_day
              and (i.effective_on is null or i.effective_on > last_day)
              and (i.abandoned_on is null or i.abandoned_on > last_day)
         ) as projects;
      end;
      revoke all on function accompaniment_figures from public;
      grant execute on function accompaniment_figures to ancrage_accompaniment_app;
      alter function accompaniment_figures owner to ancrage_accompaniment_figures;
    `);
  }
}
