import { Migration } from '@mikro-orm/migrations';

export class Migration20261123130105_upkeep extends Migration {

  override name = 'Migration20261123130105_upkeep';

  override up(): void | Promise<void> {
    this.addSql(`create table "daily_run" ("territory_id" uuid not null, "name" text not null, "day" date not null, primary key ("territory_id", "name"));`);

    this.addSql(`create table "territory_card" ("territory_id" uuid not null, "slug" text not null, "name" text not null, "site" text not null, primary key ("territory_id"));`);
    this.addSql(`comment on column "territory_card"."site" is 'address of its site, without a slash at its end';`);

    this.addSql(`alter table "daily_run" enable row level security;`);
    this.addSql(`alter table "daily_run" force row level security;`);
    this.addSql(`create policy "tenant_read" on "daily_run" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "daily_run" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_update" on "daily_run" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR') with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_delete" on "daily_run" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);

    this.addSql(`alter table "territory_card" enable row level security;`);
    this.addSql(`alter table "territory_card" force row level security;`);
    this.addSql(`create policy "tenant_read" on "territory_card" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "territory_card" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_update" on "territory_card" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR') with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_delete" on "territory_card" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "daily_run" cascade;`);
    this.addSql(`drop table if exists "territory_card" cascade;`);
  }

}
