import { Migration } from '@mikro-orm/migrations';

export class Migration20261123091455_fact_events_by_user extends Migration {

  override name = 'Migration20261123091455_fact_events_by_user';

  override up(): void | Promise<void> {
    this.addSql(`create or replace function "campaign_invitation_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "campaign_invitation" for each STATEMENT execute function "campaign_invitation_announce_change_fn"();`);

    this.addSql(`alter table "fact_event" add "user_id" text null;`);
    this.addSql(`comment on column "fact_event"."user_id" is 'the member who acted: for the territory alone to look up';`);

    this.addSql(`create or replace function "verification_campaign_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "verification_campaign" for each STATEMENT execute function "verification_campaign_announce_change_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "announce_change" on "campaign_invitation";`);
    this.addSql(`drop function if exists "campaign_invitation_announce_change_fn"();`);

    this.addSql(`alter table "fact_event" drop column "user_id";`);

    this.addSql(`drop trigger if exists "announce_change" on "verification_campaign";`);
    this.addSql(`drop function if exists "verification_campaign_announce_change_fn"();`);
  }

}
