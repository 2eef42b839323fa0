import { Migration } from '@mikro-orm/migrations';

export class Migration20261123185532_snapshot_withdrawal extends Migration {

  override name = 'Migration20261123185532_snapshot_withdrawal';

  override up(): void | Promise<void> {
    this.addSql(`alter table "indicator_snapshot" add "withdrawn_at" timestamptz null, add "withdrawn_because" text null;`);
    this.addSql(`comment on column "indicator_snapshot"."withdrawn_at" is 'since when nobody should rely on it';`);
    this.addSql(`comment on column "indicator_snapshot"."withdrawn_because" is 'why, as everybody reads it';`);
    this.addSql(`create or replace function "indicator_snapshot_announce_change_fn"() returns trigger as $$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; $$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "indicator_snapshot" for each STATEMENT execute function "indicator_snapshot_announce_change_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "announce_change" on "indicator_snapshot";`);
    this.addSql(`drop function if exists "indicator_snapshot_announce_change_fn"();`);
    this.addSql(`alter table "indicator_snapshot" drop column "withdrawn_at", drop column "withdrawn_because";`);
  }

}
