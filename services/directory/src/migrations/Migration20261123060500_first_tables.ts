import { Migration } from '@mikro-orm/migrations';

export class Migration20261123060500_first_tables extends Migration {

  override name = 'Migration20261123060500_first_tables';

  override up(): void | Promise<void> {
    this.addSql(`create type "consent_channel" as enum ('WEB', 'EMAIL', 'PAPER', 'PHONE');`);
    this.addSql(`create type "solo_status" as enum ('IDENTIFIED', 'CONTACTED', 'CONSENTED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN');`);
    this.addSql(`create table "consent" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid not null, "wording" text not null, "version" text not null, "channel" "consent_channel" not null, "given_at" timestamptz not null, "withdrawn_at" timestamptz null, "holds" boolean generated always as (withdrawn_at is null) stored not null, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "consent"."wording" is 'the exact sentence that was agreed to';`);
    this.addSql(`comment on column "consent"."version" is 'which edition of the wording';`);
    this.addSql(`comment on column "consent"."holds" is 'not withdrawn';`);
    this.addSql(`create index "consent_solo_id_index" on "consent" ("solo_id");`);

    this.addSql(`create table "solo" ("id" uuid not null, "territory_id" uuid not null, "slug" text not null, "status" "solo_status" not null default 'IDENTIFIED', "identified_by" text not null, "identified_at" timestamptz not null, "published_at" timestamptz null, "withdrawn_at" timestamptz null, "consent_id" uuid null, "display_name" text not null, "activity" text not null, "skills" text[] not null, "presentation" text null, "commune_code" text null, "can_sponsor" boolean not null default false, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "solo"."identified_by" is 'how the territory came to know of this business';`);
    this.addSql(`comment on column "solo"."withdrawn_at" is 'set when the consent is withdrawn';`);
    this.addSql(`comment on column "solo"."consent_id" is 'the consent that holds; the database accepts no other';`);
    this.addSql(`comment on column "solo"."commune_code" is 'INSEE code';`);
    this.addSql(`create index "solo_territory_id_commune_code_index" on "solo" ("territory_id", "commune_code") include ("status", "consent_id");`);
    this.addSql(`alter table "solo" add constraint "solo_territory_id_slug_unique" unique ("territory_id", "slug");`);

    this.addSql(`alter table "consent" enable row level security;`);
    this.addSql(`alter table "consent" force row level security;`);
    this.addSql(`create policy "tenant_read" on "consent" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "consent" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "consent" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "consent" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "solo" add constraint "solo_withdrawn_check" check ((status = 'WITHDRAWN') = (withdrawn_at is not null));`);
    this.addSql(`alter table "solo" add constraint "solo_published_check" check (status <> 'PUBLISHED' or published_at is not null);`);
    this.addSql(`alter table "solo" add constraint "solo_consented_check" check ((status in ('CONSENTED', 'PUBLISHED')) = (consent_id is not null));`);
    this.addSql(`create or replace function "solo_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "solo" for each STATEMENT execute function "solo_announce_change_fn"();`);
    this.addSql(`alter table "solo" enable row level security;`);
    this.addSql(`alter table "solo" force row level security;`);
    this.addSql(`create policy "tenant_read" on "solo" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or (status = 'PUBLISHED' and consent_id is not null)));`);
    this.addSql(`create policy "tenant_insert" on "solo" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "solo" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "solo" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "figures_read" on "solo" for select to "ancrage_directory_figures" using (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "consent" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "solo";`);
    this.addSql(`drop function if exists "solo_announce_change_fn"();`);
    this.addSql(`drop table if exists "solo" cascade;`);

    this.addSql(`drop type "consent_channel";`);
    this.addSql(`drop type "solo_status";`);
  }

}
