import { Migration } from '@mikro-orm/migrations';

/**
 * The effective fact: one rule, in SQL, for whoever asks what a commune has. Functions run with the rights of who calls
 * them, except the one that says which types visitors reported to those who may not read the reports.
 */
export class Migration20261123085000_effective_facts extends Migration {
  override name = 'Migration20261123085000_effective_facts';

  override up(): void {
    this.addSql(SOURCE_RANK);
    this.addSql(
      `create unique index correction_answer_unique on correction (invitation_id, type_code) nulls not distinct
        where invitation_id is not null and status = 'PENDING';`,
    );
    this.addSql(REPORTED_TYPES);
    this.addSql(OFFER_CLAIMS);
    this.addSql(OFFER_FACTS);
    this.addSql(OFFER_FIGURES);
    this.addSql(STATE_KNOWN_FACILITIES);
  }

  override down(): void {
    this.addSql('drop function offer_facts(uuid, text[]), offer_claims(uuid, text[]), reported_types(text[]);');
    this.addSql('drop index correction_answer_unique;');
    this.addSql('drop function source_rank(text), offer_figures_of(uuid[]);');
  }
}

/** Who is believed where sources differ: a list of one kind of service, then the BPE row by row, then its counts. */
const SOURCE_RANK = `
  create function source_rank(source_id text) returns int language sql immutable parallel safe
  return case
    when source_id like 'import-bpe-counts-%' then 1
    when source_id like 'import-bpe-%' then 2
    when source_id like 'demonstration-%' and source_id not like 'demonstration-list-%' then 2
    else 3 end;`;

/** Types that somebody says are there, and no agent has looked at: their names alone, to whoever reads the sheet. */
const REPORTED_TYPES = `
  grant select (territory_id, commune_code, type_code, status, proposed_count) on correction to ancrage_territory_figures;
  create function reported_types(communes text[]) returns table (commune_code text, type_code text)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select distinct c.commune_code, c.type_code from correction c
      where c.territory_id = nullif(current_setting('app.territory_id', true), '')::uuid
        and c.commune_code = any(communes) and c.status = 'PENDING' and c.type_code is not null and c.proposed_count > 0
    $$;
  alter function reported_types(text[]) owner to ancrage_territory_figures;
  revoke execute on function reported_types(text[]) from public;
  grant execute on function reported_types(text[]) to ancrage_territory_app, ancrage_territory_owner;`;

/**
 * What each source says now of every type that anybody speaks of in these communes. A source that speaks of a commune,
 * lists a type completely and does not count it there says 0.
 */
const OFFER_CLAIMS = `
  create function offer_claims(territory uuid, communes text[])
    returns table (commune_code text, type_code text, source_id text, count int, rank int, stated_at timestamptz, vintage text)
    language sql stable
    as $$
      with stated as materialized (
        select s.commune_code, said.key as type_code, s.source_id, said.value::int as count, s.stated_at, s.vintage
        from offer_statement s cross join lateral jsonb_each_text(s.counts) said
        where s.territory_id = territory and s.current and s.commune_code = any(communes)
      ), mentioned as (
        select commune_code, type_code from stated
        union select commune_code, type_code from verification where territory_id = territory and commune_code = any(communes)
        union select commune_code, type_code from conflict_decision where territory_id = territory and commune_code = any(communes)
        union select commune_code, type_code from reported_types(communes)
      ), complete as (
        select s.commune_code, s.source_id, s.stated_at, s.vintage, source.exhaustive_types
        from offer_statement s join source on source.id = s.source_id
        where s.territory_id = territory and s.current and s.commune_code = any(communes)
      )
      select commune_code, type_code, source_id, count, source_rank(source_id), stated_at, vintage from stated
      union all
      select m.commune_code, m.type_code, c.source_id, 0, source_rank(c.source_id), c.stated_at, c.vintage
      from mentioned m join complete c on c.commune_code = m.commune_code and m.type_code = any(c.exhaustive_types)
      where not exists (select from stated s
        where s.commune_code = m.commune_code and s.type_code = m.type_code and s.source_id = c.source_id)
    $$;`;

/**
 * The effective fact of every type that anybody speaks of in these communes. In this order: a decision that is not
 * stale, a verification that has not expired, the source of the highest rank (of equals, the latest), a verification
 * that has expired. Types that nobody speaks of are not listed: absent where some source that speaks of the
 * commune lists them completely, else unknown. Sources disagree when some have the service and others not, or when two of one kind (lists among
 * themselves, the BPE's editions among themselves) give different numbers; whoever verified or decided settles it.
 */
const OFFER_FACTS = `
  create function offer_facts(territory uuid, communes text[])
    returns table (commune_code text, type_code text, status text, count int, basis text, conflict boolean, claims jsonb,
      source_count int, verified boolean, expired boolean, stale boolean, verified_by text, verified_at timestamptz, expires_at timestamptz)
    language sql stable
    as $$
      with said as (
        select commune_code, type_code, jsonb_object_agg(source_id, count) as claims,
          (array_agg(count order by rank desc, stated_at desc nulls last, source_id))[1] as count,
          (min(count) = 0 and max(count) > 0)
            or coalesce(min(count) filter (where rank = 3) <> max(count) filter (where rank = 3), false)
            or coalesce(min(count) filter (where rank < 3) <> max(count) filter (where rank < 3), false) as disagree
        from offer_claims(territory, communes) group by commune_code, type_code
      ), vouched as (
        select v.commune_code, v.type_code, v.count, v.verified_by, v.verified_at, v.expires_at, v.expires_at > now() as holds
        from verification v where v.territory_id = territory and v.commune_code = any(communes)
      ), decided as (
        select d.commune_code, d.type_code, d.count, d.considered
        from conflict_decision d where d.territory_id = territory and d.commune_code = any(communes)
      ), reported as (
        select r.commune_code, r.type_code, true as reported from reported_types(communes) r
      ), joined as (
        select coalesce(said.commune_code, vouched.commune_code, decided.commune_code, reported.commune_code) as commune_code,
          coalesce(said.type_code, vouched.type_code, decided.type_code, reported.type_code) as type_code,
          coalesce(said.claims, '{}') as claims, said.count as said, coalesce(said.disagree, false) as disagree,
          vouched.count as vouched, coalesce(vouched.holds, false) as holds, vouched.verified_by, vouched.verified_at, vouched.expires_at,
          decided.count as decided, decided.considered is distinct from coalesce(said.claims, '{}') as changed
        from said
        full join vouched on vouched.commune_code = said.commune_code and vouched.type_code = said.type_code
        full join decided on decided.commune_code = coalesce(said.commune_code, vouched.commune_code)
          and decided.type_code = coalesce(said.type_code, vouched.type_code)
        full join reported on reported.commune_code = coalesce(said.commune_code, vouched.commune_code, decided.commune_code)
          and reported.type_code = coalesce(said.type_code, vouched.type_code, decided.type_code)
      ), believed as (
        select *, case
          when decided is not null and not changed then 'DECISION'
          when holds then 'VERIFICATION'
          when said is not null then 'SOURCE'
          when vouched is not null then 'VERIFICATION'
          else 'NONE' end as basis
        from joined
      ), counted as (
        select *, case basis when 'DECISION' then decided when 'VERIFICATION' then vouched when 'SOURCE' then said end as count
        from believed
      )
      select commune_code, type_code,
        case
          when basis = 'NONE' or (basis = 'VERIFICATION' and not holds) then 'UNVERIFIED'
          when count > 0 then 'PRESENT'
          else 'ABSENT' end,
        count, basis, disagree and basis = 'SOURCE', claims, said, holds, vouched is not null and not holds,
        decided is not null and changed, verified_by, verified_at, expires_at
      from counted
    $$;
  grant execute on function source_rank(text), offer_claims(uuid, text[]), offer_facts(uuid, text[]) to ancrage_territory_app;`;

/** A commune is qualified while every type that matters is verified there, and none has expired. */
const OFFER_FIGURES = `
  drop function offer_figures_of(uuid[]);
  grant select (territory_id, verified_share, verified_until) on territory_commune to ancrage_territory_figures;
  create function offer_figures_of(ids uuid[])
    returns table (communes int, communes_qualified int, facilities int, facility_types int, fibre_premises int, premises int, as_of timestamptz)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select t.commune_count,
        (select count(*)::int from territory_commune tc where tc.territory_id = t.id and tc.verified_share >= 1 and tc.verified_until > now()),
        f.facilities, f.facility_types, f.fibre_premises, f.premises, f.as_of
      from territory t join offer_figures f on f.territory_id = t.id
      where t.id = any(ids) and t.status = 'ACTIVE'
    $$;
  alter function offer_figures_of(uuid[]) owner to ancrage_territory_figures;
  revoke execute on function offer_figures_of(uuid[]) from public;
  grant execute on function offer_figures_of(uuid[]) to ancrage_territory_app;`;

/** Territories that imported before statements existed say what their facilities said. */
const STATE_KNOWN_FACILITIES = `
  do $$ declare of_territory uuid; begin
    for of_territory in select id from territory loop
      perform set_config('app.territory_id', of_territory::text, true), set_config('app.role', 'OPERATOR', true);
      insert into offer_statement (territory_id, source_id, commune_code, stated_at, vintage, counts)
      select of_territory, s.id, by_type.commune_code, coalesce(s.retrieved_at, now()), s.vintage, jsonb_object_agg(by_type.type_code, by_type.n)
      from source s join (
        select source_id, commune_code, type_code, count(*)::int as n from facility
        where territory_id = of_territory group by source_id, commune_code, type_code
      ) by_type on by_type.source_id = s.id
      group by s.id, s.retrieved_at, s.vintage, by_type.commune_code;
    end loop;
    perform set_config('app.territory_id', '', true), set_config('app.role', '', true);
  end $$;`;
