import { Migration } from '@mikro-orm/migrations';

export class Migration20261123061500_first_tables extends Migration {

  override name = 'Migration20261123061500_first_tables';

  override up(): void | Promise<void> {
    this.addSql(`create type "session_format" as enum ('DAY', 'WEEKEND');`);
    this.addSql(`create type "session_status" as enum ('DRAFT', 'PUBLISHED', 'CLOSED', 'CANCELLED');`);
    this.addSql(`create type "installation_status" as enum ('PLANNED', 'EFFECTIVE', 'ABANDONED');`);
    this.addSql(`create type "installation_horizon" as enum ('SHORT_TERM', 'MEDIUM_TERM', 'LONG_TERM');`);
    this.addSql(`create type "prospect_stage" as enum ('NEW', 'QUALIFIED', 'IN_SESSION', 'PROJECT', 'INSTALLED', 'LOST');`);
    this.addSql(`create type "registration_status" as enum ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'CANCELLED', 'ATTENDED', 'NO_SHOW');`);
    this.addSql(`create table "discovery_session" ("id" uuid not null, "territory_id" uuid not null, "slug" text not null, "title" text not null, "format" "session_format" not null, "status" "session_status" not null default 'DRAFT', "summary" text null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "capacity" int not null, "seats_taken" int not null default 0, "waitlist_length" int not null default 0, "host_commune_code" text null, "partner_name" text null, "programme" jsonb not null default '[]', "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "discovery_session"."capacity" is 'in people';`);
    this.addSql(`comment on column "discovery_session"."seats_taken" is 'people whose seat is theirs or offered to them';`);
    this.addSql(`comment on column "discovery_session"."waitlist_length" is 'households';`);
    this.addSql(`comment on column "discovery_session"."host_commune_code" is 'INSEE code';`);
    this.addSql(`create index "discovery_session_territory_id_starts_at_id_index" on "discovery_session" ("territory_id", "starts_at", "id");`);
    this.addSql(`alter table "discovery_session" add constraint "discovery_session_territory_id_slug_unique" unique ("territory_id", "slug");`);

    this.addSql(`create table "installation" ("id" uuid not null, "territory_id" uuid not null, "prospect_id" uuid not null, "status" "installation_status" not null default 'PLANNED', "horizon" "installation_horizon" null, "planned_on" date not null, "effective_on" date null, "abandoned_on" date null, "commune_code" text null, "declared_by" text null, "adults" int not null, "children_birth_years" int[] not null default '{}', "children" int generated always as (cardinality(children_birth_years)) stored not null, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "installation"."commune_code" is 'INSEE code';`);
    this.addSql(`comment on column "installation"."declared_by" is 'account or organisation that vouches for it';`);
    this.addSql(`comment on column "installation"."children" is 'how many, for those who count and may not know more';`);
    this.addSql(`create index "installation_territory_id_index" on "installation" ("territory_id");`);
    this.addSql(`create index "installation_prospect_id_index" on "installation" ("prospect_id");`);

    this.addSql(`create table "prospect" ("id" uuid not null, "territory_id" uuid not null, "stage" "prospect_stage" not null default 'NEW', "first_contact_on" date not null, "adults" int not null, "children_birth_years" int[] not null default '{}', "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`create index "prospect_territory_id_index" on "prospect" ("territory_id");`);

    this.addSql(`create table "registration" ("id" uuid not null, "territory_id" uuid not null, "session_id" uuid not null, "prospect_id" uuid not null, "status" "registration_status" not null default 'PENDING', "adults" int not null, "children_birth_years" int[] not null default '{}', "registered_at" timestamptz not null, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`create index "registration_session_id_index" on "registration" ("session_id");`);
    this.addSql(`create index "registration_prospect_id_index" on "registration" ("prospect_id");`);

    this.addSql(`alter table "discovery_session" add constraint "discovery_session_period_check" check (ends_at > starts_at);`);
    this.addSql(`alter table "discovery_session" add constraint "discovery_session_waitlist_check" check (waitlist_length >= 0);`);
    this.addSql(`alter table "discovery_session" add constraint "discovery_session_seats_check" check (seats_taken between 0 and capacity);`);
    this.addSql(`alter table "discovery_session" add constraint "discovery_session_capacity_check" check (capacity between 1 and 500);`);
    this.addSql(`create or replace function "discovery_session_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "discovery_session" for each STATEMENT execute function "discovery_session_announce_change_fn"();`);
    this.addSql(`alter table "discovery_session" enable row level security;`);
    this.addSql(`alter table "discovery_session" force row level security;`);
    this.addSql(`create policy "tenant_read" on "discovery_session" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or status <> 'DRAFT'));`);
    this.addSql(`create policy "tenant_insert" on "discovery_session" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "discovery_session" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "discovery_session" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "counters_read" on "discovery_session" for select to "ancrage_accompaniment_owner" using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "counters_update" on "discovery_session" for update to "ancrage_accompaniment_owner" using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "figures_read" on "discovery_session" for select to "ancrage_accompaniment_figures" using (true);`);

    this.addSql(`alter table "installation" add constraint "installation_planned_check" check (status <> 'PLANNED' or horizon is not null);`);
    this.addSql(`alter table "installation" add constraint "installation_abandoned_check" check ((status = 'ABANDONED') = (abandoned_on is not null));`);
    this.addSql(`alter table "installation" add constraint "installation_effective_check" check ((status = 'EFFECTIVE') = (effective_on is not null) and (status <> 'EFFECTIVE' or (commune_code is not null and declared_by is not null)));`);
    this.addSql(`alter table "installation" add constraint "installation_household_check" check (adults between 1 and 10);`);
    this.addSql(`create or replace function "installation_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "installation" for each STATEMENT execute function "installation_announce_change_fn"();`);
    this.addSql(`alter table "installation" enable row level security;`);
    this.addSql(`alter table "installation" force row level security;`);
    this.addSql(`create policy "tenant_read" on "installation" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "installation" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "installation" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "installation" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "figures_read" on "installation" for select to "ancrage_accompaniment_figures" using (true);`);

    this.addSql(`alter table "prospect" add constraint "prospect_household_check" check (adults between 1 and 10);`);
    this.addSql(`create or replace function "prospect_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "prospect" for each STATEMENT execute function "prospect_announce_change_fn"();`);
    this.addSql(`alter table "prospect" enable row level security;`);
    this.addSql(`alter table "prospect" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "figures_read" on "prospect" for select to "ancrage_accompaniment_figures" using (true);`);

    this.addSql(`alter table "registration" add constraint "registration_household_check" check (adults between 1 and 10);`);
    this.addSql(`create or replace function "registration_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "registration" for each STATEMENT execute function "registration_announce_change_fn"();`);
    this.addSql(`alter table "registration" enable row level security;`);
    this.addSql(`alter table "registration" force row level security;`);
    this.addSql(`create policy "tenant_read" on "registration" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "registration" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "registration" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "registration" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "figures_read" on "registration" for select to "ancrage_accompaniment_figures" using (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "announce_change" on "discovery_session";`);
    this.addSql(`drop function if exists "discovery_session_announce_change_fn"();`);
    this.addSql(`drop table if exists "discovery_session" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "installation";`);
    this.addSql(`drop function if exists "installation_announce_change_fn"();`);
    this.addSql(`drop table if exists "installation" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "prospect";`);
    this.addSql(`drop function if exists "prospect_announce_change_fn"();`);
    this.addSql(`drop table if exists "prospect" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "registration";`);
    this.addSql(`drop function if exists "registration_announce_change_fn"();`);
    this.addSql(`drop table if exists "registration" cascade;`);

    this.addSql(`drop type "session_format";`);
    this.addSql(`drop type "session_status";`);
    this.addSql(`drop type "installation_status";`);
    this.addSql(`drop type "installation_horizon";`);
    this.addSql(`drop type "prospect_stage";`);
    this.addSql(`drop type "registration_status";`);
  }

}
