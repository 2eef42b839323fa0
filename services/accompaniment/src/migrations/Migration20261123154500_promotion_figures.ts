import { Migration } from '@mikro-orm/migrations';

/**
 * Counts households by what brought them, for members who may not read a single household. The figures role sees how
 * they came by and what became of them: no name, no word of theirs.
 */
export class Migration20261123154500_promotion_figures extends Migration {
  override name = 'Migration20261123154500_promotion_figures';

  override up(): void {
    for (const table of ['prospect_touch', 'promotion_link', 'fair', 'campaign']) {
      this.addSql(
        `create policy figures_read on ${table} for select to ancrage_accompaniment_figures using (true)`,
      );
    }
    this.addSql(`
      grant select (id, territory_id) on prospect to ancrage_accompaniment_figures;
      grant select (prospect_id, status) on installation to ancrage_accompaniment_figures;
      grant select (id, territory_id, prospect_id, at, form, link_id, fair_id, declared_channel) on prospect_touch
        to ancrage_accompaniment_figures;
      grant select (id, territory_id, campaign_id, fair_id) on promotion_link to ancrage_accompaniment_figures;
      grant select (id, territory_id, campaign_id) on fair to ancrage_accompaniment_figures;
      grant select (id, territory_id, channel) on campaign to ancrage_accompaniment_figures;
    `);
    // A household stands in exactly one row of each touch, so rows may be summed over any of their columns.
    this.addSql(`
      create function promotion_figures()
        returns table (touch text, campaign_id uuid, fair_id uuid, link_id uuid, measured text, declared text,
                       prospects int, attendees int, installations int)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        with here as (
          select nullif(current_setting('app.territory_id', true), '')::uuid as id
        ), passage as (
          select t.id, t.prospect_id, t.at, t.link_id, coalesce(t.fair_id, l.fair_id) as fair_id,
                 c.id as campaign_id,
                 coalesce(c.channel::text, case when f.id is not null then 'FAIR' end) as measured,
                 t.declared_channel as declared
            from here
            join prospect_touch t on t.territory_id = here.id
            left join promotion_link l on l.id = t.link_id
            left join fair f on f.id = coalesce(t.fair_id, l.fair_id)
            left join campaign c on c.id = coalesce(l.campaign_id, f.campaign_id)
        ), measured as (
          (select distinct on (prospect_id) 'FIRST' as touch, * from passage
            where link_id is not null or fair_id is not null order by prospect_id, at, id)
          union all
          (select distinct on (prospect_id) 'LAST' as touch, * from passage
            where link_id is not null or fair_id is not null order by prospect_id, at desc, id desc)
        ), declared as (
          (select distinct on (prospect_id) 'FIRST' as touch, * from passage
            where declared is not null order by prospect_id, at, id)
          union all
          (select distinct on (prospect_id) 'LAST' as touch, * from passage
            where declared is not null order by prospect_id, at desc, id desc)
        )
        select w.touch, m.campaign_id, m.fair_id, m.link_id, m.measured, d.declared, count(*)::int,
               (count(*) filter (where exists (
                  select from registration r where r.prospect_id = p.id and r.status = 'ATTENDED')))::int,
               (count(*) filter (where exists (
                  select from installation i where i.prospect_id = p.id and i.status = 'EFFECTIVE')))::int
          from here
          join prospect p on p.territory_id = here.id
         cross join (values ('FIRST'), ('LAST')) as w (touch)
          left join measured m on m.prospect_id = p.id and m.touch = w.touch
          left join declared d on d.prospect_id = p.id and d.touch = w.touch
         group by w.touch, m.campaign_id, m.fair_id, m.link_id, m.measured, d.declared;
      end;
      create function promotion_meetings() returns table (kind text, id uuid, households int)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        with here as (
          select nullif(current_setting('app.territory_id', true), '')::uuid as id
        )
        select 'LINK', t.link_id, count(distinct t.prospect_id)::int
          from here join prospect_touch t on t.territory_id = here.id and t.link_id is not null
         group by t.link_id
        union all
        select 'FAIR', t.fair_id, count(distinct t.prospect_id)::int
          from here join prospect_touch t on t.territory_id = here.id and t.fair_id is not null and t.form = 'FAIR'
         group by t.fair_id;
      end;
    `);
    for (const name of ['promotion_figures', 'promotion_meetings']) {
      this.addSql(`
        revoke all on function ${name} from public;
        grant execute on function ${name} to ancrage_accompaniment_app;
        alter function ${name} owner to ancrage_accompaniment_figures;
      `);
    }
  }
}
