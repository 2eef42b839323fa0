import { Migration } from '@mikro-orm/migrations';

/** Versions of tiles move out of the territory: whoever may change its offer writes them, its settings stay out of reach. */
export class Migration20261123084730_tile_versions extends Migration {

  override name = 'Migration20261123084730_tile_versions';

  override up(): void | Promise<void> {
    this.addSql(`create table "tile_version" ("territory_id" uuid not null, "communes" text not null, "facilities" text not null, primary key ("territory_id"));`);
    this.addSql(`comment on column "tile_version"."communes" is 'hexadecimal';`);
    this.addSql(`comment on column "tile_version"."facilities" is 'hexadecimal';`);

    // Before the policies: they would want to know for which territory.
    this.addSql(`insert into tile_version (territory_id, communes, facilities) select id, tiles_version, '0' from territory;`);
    this.addSql(`grant select, insert, update, delete on tile_version to ancrage_territory_app;`);
    this.addSql(`alter table "territory" drop column "tiles_version";`);

    this.addSql(`create or replace function "tile_version_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "tile_version" for each STATEMENT execute function "tile_version_announce_change_fn"();`);
    this.addSql(`alter table "tile_version" enable row level security;`);
    this.addSql(`alter table "tile_version" force row level security;`);
    this.addSql(`create policy "public_read" on "tile_version" for select using (true);`);
    this.addSql(`create policy "tenant_insert" on "tile_version" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "tile_version" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "tile_version" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "territory" add "tiles_version" text not null default '';`);
    this.addSql(`alter table "territory" alter "tiles_version" drop default;`);
    this.addSql(`update territory set tiles_version = communes from tile_version where territory_id = id;`);
    this.addSql(`comment on column "territory"."tiles_version" is 'changes whenever the content of its tiles does';`);
    this.addSql(`drop trigger if exists "announce_change" on "tile_version";`);
    this.addSql(`drop function if exists "tile_version_announce_change_fn"();`);
    this.addSql(`drop table if exists "tile_version" cascade;`);
  }

}
