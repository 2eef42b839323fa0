import { Migration } from '@mikro-orm/migrations';

/** How members follow their steps: the morning's letter, and the address of their own calendar. */
export class Migration20261124025929_member_following extends Migration {

  override name = 'Migration20261124025929_member_following';

  override up(): void | Promise<void> {
    this.addSql(`create table "member_following" ("id" uuid not null, "territory_id" uuid not null, "member_id" text not null, "letters" boolean not null default true, "locale" text not null default 'fr', "feed_id" uuid null, primary key ("id"));`);
    this.addSql(`comment on column "member_following"."member_id" is 'account';`);
    this.addSql(`comment on column "member_following"."letters" is 'whether they are written to in the morning';`);
    this.addSql(`comment on column "member_following"."locale" is 'language of these letters and of the calendar';`);
    this.addSql(`comment on column "member_following"."feed_id" is 'what the address of the calendar stands for; another one ends it';`);
    this.addSql(`alter table "member_following" add constraint "member_following_feed_id_unique" unique ("feed_id");`);
    this.addSql(`alter table "member_following" add constraint "member_following_territory_id_member_id_unique" unique ("territory_id", "member_id");`);

    this.addSql(`alter table "member_following" enable row level security;`);
    this.addSql(`alter table "member_following" force row level security;`);
    this.addSql(`create policy "tenant_read" on "member_following" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR'));`);
    this.addSql(`create policy "tenant_insert" on "member_following" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_update" on "member_following" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR') with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_delete" on "member_following" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "member_select" on "member_following" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') and member_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "member_insert" on "member_following" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') and member_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "member_update" on "member_following" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') and member_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') and member_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_select" on "member_following" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'feed:' || feed_id = current_setting('app.user_id', true));`);
    this.addSql('grant select, insert, update, delete on member_following to ancrage_accompaniment_app');
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "member_following" cascade;`);
  }

}
