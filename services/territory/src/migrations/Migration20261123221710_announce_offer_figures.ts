import { Migration } from '@mikro-orm/migrations';

export class Migration20261123221710_announce_offer_figures extends Migration {

  override name = 'Migration20261123221710_announce_offer_figures';

  override up(): void | Promise<void> {
    this.addSql(`create or replace function "offer_figures_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "offer_figures" for each STATEMENT execute function "offer_figures_announce_change_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "announce_change" on "offer_figures";`);
    this.addSql(`drop function if exists "offer_figures_announce_change_fn"();`);
  }

}
