import { Migration } from '@mikro-orm/migrations';

export class Migration20261123123627_personal_data extends Migration {

  override name = 'Migration20261123123627_personal_data';

  override up(): void | Promise<void> {
    this.addSql(`create table "objection_key" ("id" uuid not null, "territory_id" uuid not null, "hash" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "objection_key"."hash" is 'SHA-256 of the territory, the kind of key and the key';`);
    this.addSql(`alter table "objection_key" add constraint "objection_key_territory_id_hash_unique" unique ("territory_id", "hash");`);

    this.addSql(`create table "refusal_reason" ("id" uuid not null, "territory_id" uuid not null, "position" int not null, "text" text not null, primary key ("id"));`);
    this.addSql(`create index "refusal_reason_territory_id_position_index" on "refusal_reason" ("territory_id", "position");`);

    this.addSql(`create table "solo_erasure" ("solo_id" uuid not null, "territory_id" uuid not null, "erased_at" timestamptz not null default now(), "erased_by" text not null, primary key ("solo_id"));`);
    this.addSql(`comment on column "solo_erasure"."erased_by" is 'account of the member, or SELF for the person themselves';`);

    this.addSql(`alter table "access_record" add "solo_ids" text[] not null default '{}';`);
    this.addSql(`comment on column "access_record"."solo_ids" is 'ids of those of a list';`);
    this.addSql(`comment on column "access_record"."solo_id" is 'null: several, or somebody erased since';`);

    this.addSql(`alter table "solo" add "erased_at" timestamptz null;`);
    this.addSql(`comment on column "solo"."erased_at" is 'what is left of somebody erased: it counts, and tells nothing';`);
    this.addSql(`alter table "solo" add constraint "solo_erased_check" check (erased_at is null or (status <> 'PUBLISHED' and display_name = '' and activity = '' and identified_by = '' and skills = '{}' and languages = '{}' and num_nonnulls(presentation, commune_code, area, naf_code, phone, website, photo_id, consent_id) = 0));`);

    this.addSql(`alter table "objection_key" enable row level security;`);
    this.addSql(`alter table "objection_key" force row level security;`);
    this.addSql(`create policy "tenant_read" on "objection_key" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "objection_key" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "objection_key" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "objection_key" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "refusal_reason" enable row level security;`);
    this.addSql(`alter table "refusal_reason" force row level security;`);
    this.addSql(`create policy "tenant_read" on "refusal_reason" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "refusal_reason" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "refusal_reason" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "refusal_reason" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "solo_erasure" enable row level security;`);
    this.addSql(`alter table "solo_erasure" force row level security;`);
    this.addSql(`create policy "tenant_read" on "solo_erasure" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "solo_erasure" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "solo_erasure" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "solo_erasure" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "objection_key" cascade;`);
    this.addSql(`drop table if exists "refusal_reason" cascade;`);
    this.addSql(`drop table if exists "solo_erasure" cascade;`);

    this.addSql(`alter table "access_record" drop column "solo_ids";`);
    this.addSql(`comment on column "access_record"."solo_id" is 'null: a whole list';`);

    this.addSql(`alter table "solo" drop constraint "solo_erased_check";`);
    this.addSql(`alter table "solo" drop column "erased_at";`);
  }

}
