import { Migration } from '@mikro-orm/migrations';

const FACTS = `
  create function indicator_facts(territories uuid[], first_day date, last_day date)
    returns table (territory_id uuid, prospect_id uuid, indicator text, value int, commune_code text, demonstration boolean)
    language sql stable set search_path = public, pg_temp
  begin atomic
    select p.territory_id, p.id, 'PROSPECTS', 1, null::text, p.demonstration
      from prospect p
     where p.territory_id = any(territories) and p.first_contact_on between first_day and last_day
    union all
    select r.territory_id, r.prospect_id, 'ATTENDED', 1, null, false
      from registration r
      join discovery_session s on s.id = r.session_id
     where r.territory_id = any(territories) and r.status = 'ATTENDED'
     group by r.territory_id, r.prospect_id
    having min(s.ends_at at time zone 'Europe/Paris')::date between first_day and last_day
    union all
    select i.territory_id, i.prospect_id, 'PLANNED', 1, null, i.demonstration
      from installation i
     where i.territory_id = any(territories) and i.planned_on <= last_day
       and (i.effective_on is null or i.effective_on > last_day)
       and (i.abandoned_on is null or i.abandoned_on > last_day)
    union all
    select i.territory_id, i.prospect_id, f.indicator, f.value, i.commune_code, i.demonstration
      from installation i
      left join prospect p on p.id = i.prospect_id
     cross join lateral (values ('EFFECTIVE', 1), ('PEOPLE', i.adults + i.children), ('CHILDREN', i.children),
                                ('JOBS', i.jobs), ('MEDIAN_DAYS', i.effective_on - p.first_contact_on)
                        ) as f (indicator, value)
     where i.territory_id = any(territories) and i.effective_on between first_day and last_day
    union all
    select i.territory_id, i.prospect_id, 'ABANDONED', 1, null, i.demonstration
      from installation i
     where i.territory_id = any(territories) and i.abandoned_on between first_day and last_day
    union all
    select u.territory_id, u.prospect_id, 'STILL_HERE_' || u.months, u.still_here::int, null, u.demonstration
      from follow_up u
     where u.territory_id = any(territories) and u.due_on between first_day and last_day
    union all
    select s.territory_id, s.prospect_id, 'SPONSORSHIPS_ACTIVE', 1, null, s.demonstration
      from sponsorship s
     where s.territory_id = any(territories)
       and (s.sponsor_accepted_at at time zone 'Europe/Paris')::date <= last_day
       and (s.household_accepted_at at time zone 'Europe/Paris')::date <= last_day
       and (s.ended_at is null or (s.ended_at at time zone 'Europe/Paris')::date > last_day)
    union all
    select t.territory_id, t.prospect_id, 'STEPS_ON_TIME',
           (t.status = 'DONE' and (t.settled_at at time zone 'Europe/Paris')::date <= t.due_on)::int, null, false
      from installation_step t
     where t.territory_id = any(territories) and t.status <> 'SKIPPED' and t.due_on between first_day and last_day;
  end;
`;

const WAYS = `
  create function household_ways(territories uuid[], first_day date, last_day date, until date)
    returns table (territory_id uuid, prospect_id uuid, qualified boolean, attended boolean, project boolean,
                   installed boolean, first_channel text, last_channel text, demonstration boolean)
    language sql stable set search_path = public, pg_temp
  begin atomic
    with passage as (
      select t.prospect_id, t.at, t.id,
             coalesce(c.channel::text, case when f.id is not null then 'FAIR' end, t.declared_channel) as channel
        from prospect_touch t
        left join promotion_link l on l.id = t.link_id
        left join fair f on f.id = coalesce(t.fair_id, l.fair_id)
        left join campaign c on c.id = coalesce(l.campaign_id, f.campaign_id)
       where t.territory_id = any(territories)
    )
    select p.territory_id, p.id,
           way.attended or way.project or way.installed or way.moved
             or (not way.followed and p.stage not in ('NEW', 'LOST')),
           way.attended, way.project, way.installed,
           (select a.channel from passage a where a.prospect_id = p.id and a.channel is not null
             order by a.at, a.id limit 1),
           (select a.channel from passage a where a.prospect_id = p.id and a.channel is not null
             order by a.at desc, a.id desc limit 1),
           p.demonstration
      from prospect p
     cross join lateral (
       select exists (select from registration r join discovery_session s on s.id = r.session_id
                       where r.prospect_id = p.id and r.status = 'ATTENDED'
                         and (s.ends_at at time zone 'Europe/Paris')::date <= until) as attended,
              exists (select from installation i where i.prospect_id = p.id and i.planned_on <= until) as project,
              exists (select from installation i where i.prospect_id = p.id and i.effective_on <= until) as installed,
              exists (select from prospect_event e where e.prospect_id = p.id
                         and e.kind in ('MOVED', 'LOST') and (e.at at time zone 'Europe/Paris')::date <= until
                         and (e.detail ->> 'to' in ('QUALIFIED', 'IN_SESSION', 'PROJECT', 'INSTALLED')
                              or e.detail ->> 'from' in ('QUALIFIED', 'IN_SESSION', 'PROJECT', 'INSTALLED'))) as moved,
              exists (select from prospect_event e where e.prospect_id = p.id and e.kind in ('MOVED', 'LOST')) as followed
     ) as way
     where p.territory_id = any(territories) and p.first_contact_on between first_day and last_day;
  end;
`;

const COUNTS = `
  create function indicator_figures(territories uuid[], first_days date[], last_days date[])
    returns table (territory_id uuid, place int, indicator text, value double precision, known int, total int,
                   households int, demonstration boolean)
    language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select f.territory_id, d.place::int, f.indicator,
           case f.indicator
             when 'MEDIAN_DAYS' then percentile_cont(0.5) within group (order by f.value)
             when 'STEPS_ON_TIME' then avg(f.value)::double precision
             else sum(f.value)::double precision
           end,
           count(f.value)::int, count(*)::int,
           (count(distinct f.prospect_id) filter (
              where p.anonymised_at is null and (f.value > 0 or f.indicator in ('MEDIAN_DAYS', 'STEPS_ON_TIME'))))::int,
           bool_or(f.demonstration)
      from unnest(first_days, last_days) with ordinality as d (first_day, last_day, place)
     cross join lateral indicator_facts(territories, d.first_day, d.last_day) as f
      left join prospect p on p.id = f.prospect_id
     group by f.territory_id, d.place, f.indicator;
  end;
  create function indicator_ways(territory uuid, first_day date, last_day date, until date)
    returns table (first_channel text, last_channel text, named boolean, contacts int, qualified int, attended int,
                   projects int, installed int, demonstration boolean)
    language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select w.first_channel, w.last_channel, p.anonymised_at is null, count(*)::int,
           (count(*) filter (where w.qualified))::int, (count(*) filter (where w.attended))::int,
           (count(*) filter (where w.project))::int, (count(*) filter (where w.installed))::int,
           bool_or(w.demonstration)
      from household_ways(array[territory], first_day, last_day, until) as w
      join prospect p on p.id = w.prospect_id
     group by 1, 2, 3;
  end;
  create function indicator_communes(territory uuid, first_day date, last_day date)
    returns table (commune_code text, installations int, people int, named int, demonstration boolean)
    language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select f.commune_code, (sum(f.value) filter (where f.indicator = 'EFFECTIVE'))::int,
           (sum(f.value) filter (where f.indicator = 'PEOPLE'))::int,
           (count(*) filter (where f.indicator = 'EFFECTIVE' and p.anonymised_at is null))::int,
           bool_or(f.demonstration)
      from indicator_facts(array[territory], first_day, last_day) as f
      left join prospect p on p.id = f.prospect_id
     where f.commune_code is not null and f.indicator in ('EFFECTIVE', 'PEOPLE')
     group by f.commune_code;
  end;
`;

/**
 * One statement of what each figure counts, read twice: by the figures role, which gives numbers for any past day, and
 * by members, for the households behind them. The figures role sees dates and yes or no: no birth year, no word.
 */
export class Migration20261123192500_indicator_figures extends Migration {
  override name = 'Migration20261123192500_indicator_figures';

  override up(): void {
    this.addSql(`
      create policy figures_read on follow_up for select to ancrage_accompaniment_figures using (true);
      create policy figures_read on installation_step for select to ancrage_accompaniment_figures using (true);
      create policy figures_read on prospect_event for select to ancrage_accompaniment_figures
        using (kind in ('MOVED', 'LOST'));
      grant select (stage, anonymised_at) on prospect to ancrage_accompaniment_figures;
      grant select (jobs) on installation to ancrage_accompaniment_figures;
      grant select (territory_id, prospect_id, months, due_on, still_here, demonstration) on follow_up
        to ancrage_accompaniment_figures;
      grant select (territory_id, prospect_id, sponsor_accepted_at, household_accepted_at, ended_at, demonstration)
        on sponsorship to ancrage_accompaniment_figures;
      grant select (territory_id, prospect_id, status, due_on, settled_at) on installation_step
        to ancrage_accompaniment_figures;
      grant select (prospect_id, kind, at, detail) on prospect_event to ancrage_accompaniment_figures;
    `);
    for (const statement of [FACTS, WAYS, COUNTS]) this.addSql(statement);
    for (const name of ['indicator_facts', 'household_ways'])
      this.addSql(`
        revoke all on function ${name} from public;
        grant execute on function ${name} to ancrage_accompaniment_app, ancrage_accompaniment_figures;
      `);
    for (const name of ['indicator_figures', 'indicator_ways', 'indicator_communes'])
      this.addSql(`
        revoke all on function ${name} from public;
        grant execute on function ${name} to ancrage_accompaniment_app;
        alter function ${name} owner to ancrage_accompaniment_figures;
      `);
    this.addSql(`
      create unique index indicator_snapshot_period_index on indicator_snapshot (territory_id, first_day, last_day)
        where withdrawn_at is null;
      create function keep_snapshot() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if (new.territory_id, new.slug, new.first_day, new.last_day, new.figures, new.taken_at, new.taken_by)
          is distinct from
          (old.territory_id, old.slug, old.first_day, old.last_day, old.figures, old.taken_at, old.taken_by)
        then
          raise exception 'A snapshot stays as it was taken.' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger keep_snapshot before update on indicator_snapshot
        for each row execute function keep_snapshot();
    `);
  }
}
