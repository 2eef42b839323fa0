import { Migration } from '@mikro-orm/migrations';

export class Migration20261123060034_first_tables extends Migration {
  override name = 'Migration20261123060034_first_tables';

  override up(): void | Promise<void> {
    this.addSql(`create type "territory_status" as enum ('ACTIVE', 'SUSPENDED');`);
    this.addSql(
      `create type "broadband_class" as enum ('BELOW_8', 'FROM_8', 'FROM_30', 'FROM_100', 'FROM_1000');`,
    );
    this.addSql(
      `create table "broadband_coverage" ("territory_id" uuid not null, "commune_code" text not null, "quarter" text not null, "premises" int not null, "at_least8" int not null, "at_least30" int not null, "at_least100" int not null, "at_least1000" int not null, "copper" int not null, "cable" int not null, "fibre" int not null, "fixed4g" int not null, "satellite" int not null, "source_id" text not null, primary key ("territory_id", "commune_code", "quarter"));`,
    );
    this.addSql(`comment on column "broadband_coverage"."quarter" is 'e.g. 2026-T1';`);
    this.addSql(
      `comment on column "broadband_coverage"."premises" is 'all premises; the other columns count those eligible';`,
    );
    this.addSql(
      `create or replace function "broadband_coverage_announce_change_fn"() returns trigger as $$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; $$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "broadband_coverage" for each STATEMENT execute function "broadband_coverage_announce_change_fn"();`,
    );

    this.addSql(
      `create table "commune_contour" ("commune_code" text not null, "geometry" jsonb not null, "bounds" double precision[] not null, "approximate" boolean not null, "source_id" text not null, primary key ("commune_code"));`,
    );
    this.addSql(`comment on column "commune_contour"."geometry" is 'GeoJSON geometry (RFC 7946), WGS 84';`);
    this.addSql(`comment on column "commune_contour"."bounds" is 'west, south, east, north';`);

    this.addSql(
      `create table "commune_reference" ("code" text not null, "name" text not null, "name_key" text not null, "slug" text not null, "department_code" text not null, "region_code" text not null, "intercommunality_siren" text null, "population" int null, "postal_codes" text[] not null, "longitude" double precision null, "latitude" double precision null, primary key ("code"));`,
    );
    this.addSql(
      `comment on column "commune_reference"."code" is 'INSEE code, text: Ariège starts with 09, Corse with 2A or 2B';`,
    );
    this.addSql(
      `comment on column "commune_reference"."name_key" is 'name in lower case without accents, for order and search';`,
    );
    this.addSql(
      `comment on column "commune_reference"."population" is 'municipal population; null where INSEE publishes none';`,
    );
    this.addSql(`create index "commune_reference_region_code_index" on "commune_reference" ("region_code");`);
    this.addSql(
      `create index "commune_reference_intercommunality_siren_index" on "commune_reference" ("intercommunality_siren");`,
    );

    this.addSql(
      `create table "facility" ("id" uuid not null, "territory_id" uuid not null, "commune_code" text not null, "type_code" text not null, "name" text not null, "longitude" double precision null, "latitude" double precision null, "source_id" text not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "facility_territory_id_type_code_index" on "facility" ("territory_id", "type_code");`,
    );
    this.addSql(
      `create index "facility_territory_id_commune_code_type_code_index" on "facility" ("territory_id", "commune_code", "type_code");`,
    );
    this.addSql(
      `create or replace function "facility_announce_change_fn"() returns trigger as $$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; $$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "facility" for each STATEMENT execute function "facility_announce_change_fn"();`,
    );

    this.addSql(
      `create table "intercommunality" ("siren" text not null, "name" text not null, "kind" text not null, "commune_count" int not null, primary key ("siren"));`,
    );

    this.addSql(
      `create table "offer_figures" ("territory_id" uuid not null, "facilities" int not null, "facility_types" int not null, "fibre_premises" int null, "premises" int null, "demonstration" boolean not null, "as_of" timestamptz not null, primary key ("territory_id"));`,
    );
    this.addSql(
      `comment on column "offer_figures"."fibre_premises" is 'premises that can have fibre; null while no coverage is known';`,
    );

    this.addSql(`create table "region" ("code" text not null, "name" text not null, primary key ("code"));`);

    this.addSql(
      `create table "source" ("id" text not null, "territory_id" uuid null, "producer" text not null, "dataset" text not null, "vintage" text not null, "url" text null, "licence" text not null, "demonstration" boolean not null default false, "retrieved_at" timestamptz null, "checksum" text null, "exhaustive_types" text[] not null default '{}', primary key ("id"));`,
    );
    this.addSql(`comment on column "source"."checksum" is 'sha256 of the file it was read from';`);
    this.addSql(
      `comment on column "source"."exhaustive_types" is 'facility types it lists completely: without one there, the commune has none';`,
    );
    this.addSql(`create index "source_territory_id_index" on "source" ("territory_id");`);

    this.addSql(
      `create table "territory" ("id" uuid not null, "slug" text not null, "name" text not null, "status" "territory_status" not null default 'ACTIVE', "region_code" text not null, "population" int not null, "commune_count" int not null, "bounds" double precision[] not null, "theme" jsonb not null, "locales" text[] not null, "default_locale" text not null, "texts" jsonb not null, "tiles_version" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`comment on column "territory"."texts" is 'by language';`);
    this.addSql(
      `comment on column "territory"."tiles_version" is 'changes whenever the content of its tiles does';`,
    );
    this.addSql(`alter table "territory" add constraint "territory_slug_unique" unique ("slug");`);
    this.addSql(`create index "territory_region_code_index" on "territory" ("region_code");`);
    this.addSql(
      `create or replace function "territory_announce_change_fn"() returns trigger as $$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; $$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "territory" for each STATEMENT execute function "territory_announce_change_fn"();`,
    );

    this.addSql(
      `create table "territory_commune" ("territory_id" uuid not null, "commune_code" text not null, "name_key" text not null, "population" int not null, "broadband_class" "broadband_class" null, "facility_counts" jsonb not null default '{}', primary key ("territory_id", "commune_code"));`,
    );
    this.addSql(
      `comment on column "territory_commune"."name_key" is 'copied from the commune, to be in one index with the territory';`,
    );
    this.addSql(
      `comment on column "territory_commune"."population" is 'copied from the commune; 0 where unknown, for order alone';`,
    );
    this.addSql(`comment on column "territory_commune"."broadband_class" is 'null: unknown';`);
    this.addSql(
      `comment on column "territory_commune"."facility_counts" is 'how many facilities, by type code';`,
    );
    this.addSql(
      `create index "territory_commune_territory_id_population_commune_code_index" on "territory_commune" ("territory_id", "population", "commune_code");`,
    );
    this.addSql(
      `create index "territory_commune_territory_id_name_key_commune_code_index" on "territory_commune" ("territory_id", "name_key", "commune_code");`,
    );
    this.addSql(
      `create or replace function "territory_commune_announce_change_fn"() returns trigger as $$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; $$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "territory_commune" for each STATEMENT execute function "territory_commune_announce_change_fn"();`,
    );

    this.addSql(
      `create table "territory_host" ("host" text not null, "territory_id" uuid not null, primary key ("host"));`,
    );
    this.addSql(`comment on column "territory_host"."host" is 'lower case, without a port';`);
    this.addSql(`create index "territory_host_territory_id_index" on "territory_host" ("territory_id");`);

    this.addSql(`alter table "broadband_coverage" enable row level security;`);
    this.addSql(`alter table "broadband_coverage" force row level security;`);
    this.addSql(
      `create policy "tenant_read" on "broadband_coverage" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "tenant_insert" on "broadband_coverage" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_update" on "broadband_coverage" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_delete" on "broadband_coverage" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "figures_read" on "broadband_coverage" for select to "ancrage_territory_figures" using (true);`,
    );
    this.addSql(`alter table "facility" enable row level security;`);
    this.addSql(`alter table "facility" force row level security;`);
    this.addSql(
      `create policy "tenant_read" on "facility" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "tenant_insert" on "facility" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_update" on "facility" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_delete" on "facility" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "figures_read" on "facility" for select to "ancrage_territory_figures" using (true);`,
    );
    this.addSql(`alter table "offer_figures" enable row level security;`);
    this.addSql(`alter table "offer_figures" force row level security;`);
    this.addSql(
      `create policy "tenant_read" on "offer_figures" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "tenant_insert" on "offer_figures" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_update" on "offer_figures" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_delete" on "offer_figures" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "figures_read" on "offer_figures" for select to "ancrage_territory_figures" using (true);`,
    );
    this.addSql(`alter table "source" enable row level security;`);
    this.addSql(`alter table "source" force row level security;`);
    this.addSql(
      `create policy "shared_or_own_read" on "source" for select using (territory_id is null or territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "tenant_insert" on "source" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_update" on "source" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_delete" on "source" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "reference_write" on "source" to "ancrage_territory_owner" using (territory_id is null) with check (territory_id is null);`,
    );
    this.addSql(`alter table "territory" enable row level security;`);
    this.addSql(`alter table "territory" force row level security;`);
    this.addSql(`create policy "public_read" on "territory" for select using (true);`);
    this.addSql(
      `create policy "operator_insert" on "territory" for insert with check (id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`,
    );
    this.addSql(
      `create policy "administrator_update" on "territory" for update using (id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('ADMINISTRATOR', 'OPERATOR')) with check (id = nullif(current_setting('app.territory_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "operator_delete" on "territory" for delete using (id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`,
    );
    this.addSql(
      `create policy "figures_read" on "territory" for select to "ancrage_territory_figures" using (true);`,
    );
    this.addSql(`alter table "territory_commune" enable row level security;`);
    this.addSql(`alter table "territory_commune" force row level security;`);
    this.addSql(
      `create policy "tenant_read" on "territory_commune" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "tenant_insert" on "territory_commune" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_update" on "territory_commune" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "tenant_delete" on "territory_commune" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`,
    );
    this.addSql(
      `create policy "figures_read" on "territory_commune" for select to "ancrage_territory_figures" using (true);`,
    );
    this.addSql(`alter table "territory_host" enable row level security;`);
    this.addSql(`alter table "territory_host" force row level security;`);
    this.addSql(`create policy "public_read" on "territory_host" for select using (true);`);
    this.addSql(
      `create policy "operator_insert" on "territory_host" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`,
    );
    this.addSql(
      `create policy "operator_update" on "territory_host" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR') with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`,
    );
    this.addSql(
      `create policy "operator_delete" on "territory_host" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`,
    );
  }
}
