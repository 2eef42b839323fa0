import { Migration } from '@mikro-orm/migrations';

/** Messages to solos that wait for their writer to confirm them. */
export class Migration20261123124447_held_message extends Migration {

  override name = 'Migration20261123124447_held_message';

  override up(): void {
    this.addSql(`create table "held_message" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid not null, "token_digest" text not null, "sender_name" text not null, "sender_email" text not null, "message" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "held_message"."token_digest" is 'SHA-256 of what stands in the link';`);
    this.addSql(`alter table "held_message" add constraint "held_message_token_digest_unique" unique ("token_digest");`);
    this.addSql(`create index "held_message_solo_id_index" on "held_message" ("solo_id");`);

    this.addSql(`alter table "held_message" enable row level security;`);
    this.addSql(`alter table "held_message" force row level security;`);
    this.addSql(`create policy "tenant_read" on "held_message" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "held_message" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "held_message" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "held_message" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(
      `alter table held_message add foreign key (solo_id, territory_id) references solo (id, territory_id) on delete cascade`,
    );
    this.addSql(`grant select, insert, delete on held_message to ancrage_directory_app`);
  }
}
