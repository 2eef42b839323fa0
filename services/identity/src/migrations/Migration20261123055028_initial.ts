import { Migration } from '@mikro-orm/migrations';

export class Migration20261123055028_initial extends Migration {
  override name = 'Migration20261123055028_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "api_key" ("id" uuid not null default gen_random_uuid(), "name" text not null, "prefix" text not null, "hash" text not null, "scopes" text[] not null, "regions" text[] not null, "territory_id" uuid null, "expires_at" timestamptz null, "last_used_at" timestamptz null, "revoked_at" timestamptz null, "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`alter table "api_key" add constraint "api_key_prefix_unique" unique ("prefix");`);
    this.addSql(`alter table "api_key" add constraint "api_key_hash_unique" unique ("hash");`);
    this.addSql(`create index "api_key_territory_id_index" on "api_key" ("territory_id");`);

    this.addSql(
      `create table "rate_limit" ("key" text not null, "count" int not null, "resets_at" timestamptz not null, primary key ("key"));`,
    );
    this.addSql(`create index "rate_limit_resets_at_index" on "rate_limit" ("resets_at");`);

    this.addSql(
      `create table "signing_key" ("id" uuid not null default gen_random_uuid(), "public_key" text not null, "private_key" text not null, "alg" text null, "crv" text null, "created_at" timestamptz not null, "expires_at" timestamptz null, primary key ("id"));`,
    );

    this.addSql(
      `create table "user_account" ("id" uuid not null default gen_random_uuid(), "name" text not null, "email" text not null, "email_verified" boolean not null default false, "image" text null, "is_operator" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`alter table "user_account" add constraint "user_account_email_unique" unique ("email");`);

    this.addSql(
      `create table "session" ("id" uuid not null default gen_random_uuid(), "user_id" uuid not null, "token" text not null, "expires_at" timestamptz not null, "ip_address" text null, "user_agent" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "session_user_id_index" on "session" ("user_id");`);
    this.addSql(`alter table "session" add constraint "session_token_unique" unique ("token");`);
    this.addSql(`create index "session_expires_at_index" on "session" ("expires_at");`);

    this.addSql(
      `create table "regional_observer" ("user_id" uuid not null, "region_code" text not null, "created_at" timestamptz not null default now(), primary key ("user_id", "region_code"));`,
    );

    this.addSql(
      `create table "membership" ("user_id" uuid not null, "territory_id" uuid not null, "role" text not null, "created_at" timestamptz not null default now(), primary key ("user_id", "territory_id"));`,
    );
    this.addSql(`create index "membership_territory_id_index" on "membership" ("territory_id");`);

    this.addSql(
      `create table "linked_account" ("id" uuid not null default gen_random_uuid(), "user_id" uuid not null, "account_id" text not null, "provider_id" text not null, "access_token" text null, "refresh_token" text null, "id_token" text null, "access_token_expires_at" timestamptz null, "refresh_token_expires_at" timestamptz null, "scope" text null, "password" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "linked_account_user_id_index" on "linked_account" ("user_id");`);
    this.addSql(
      `alter table "linked_account" add constraint "linked_account_provider_id_account_id_unique" unique ("provider_id", "account_id");`,
    );

    this.addSql(
      `create table "verification" ("id" uuid not null default gen_random_uuid(), "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "verification_identifier_index" on "verification" ("identifier");`);
    this.addSql(`create index "verification_expires_at_index" on "verification" ("expires_at");`);

    this.addSql(`alter table "api_key" enable row level security;`);
    this.addSql(`alter table "api_key" force row level security;`);
    this.addSql(
      `create policy "api_key_presented" on "api_key" for select using (hash = current_setting('app.api_key_hash', true));`,
    );
    this.addSql(
      `create policy "api_key_used" on "api_key" for update using (hash = current_setting('app.api_key_hash', true)) with check (hash = current_setting('app.api_key_hash', true));`,
    );
    this.addSql(
      `create policy "api_key_managed" on "api_key" using (current_setting('app.role', true) = 'OPERATOR' or (current_setting('app.role', true) = 'ADMINISTRATOR' and territory_id = nullif(current_setting('app.territory_id', true), '')::uuid)) with check (current_setting('app.role', true) = 'OPERATOR' or (current_setting('app.role', true) = 'ADMINISTRATOR' and territory_id = nullif(current_setting('app.territory_id', true), '')::uuid));`,
    );

    this.addSql(
      `alter table "user_account" add constraint "user_account_email_lower_case" check (email = lower(email));`,
    );

    this.addSql(
      `alter table "session" add constraint "session_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "regional_observer" add constraint "regional_observer_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "regional_observer" add constraint "regional_observer_region_code" check (region_code ~ '^[0-9]{2}$');`,
    );
    this.addSql(`alter table "regional_observer" enable row level security;`);
    this.addSql(`alter table "regional_observer" force row level security;`);
    this.addSql(
      `create policy "observer_own" on "regional_observer" for select using (user_id = nullif(current_setting('app.user_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "observer_managed" on "regional_observer" using (current_setting('app.role', true) = 'OPERATOR') with check (current_setting('app.role', true) = 'OPERATOR');`,
    );

    this.addSql(
      `alter table "membership" add constraint "membership_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_role_check" check ("role" in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR'));`,
    );
    this.addSql(`alter table "membership" enable row level security;`);
    this.addSql(`alter table "membership" force row level security;`);
    this.addSql(
      `create policy "membership_own" on "membership" for select using (user_id = nullif(current_setting('app.user_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "membership_managed" on "membership" using (current_setting('app.role', true) = 'OPERATOR' or (current_setting('app.role', true) = 'ADMINISTRATOR' and territory_id = nullif(current_setting('app.territory_id', true), '')::uuid)) with check (current_setting('app.role', true) = 'OPERATOR' or (current_setting('app.role', true) = 'ADMINISTRATOR' and territory_id = nullif(current_setting('app.territory_id', true), '')::uuid));`,
    );

    this.addSql(
      `alter table "linked_account" add constraint "linked_account_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "session" drop constraint "session_user_id_foreign";`);
    this.addSql(`alter table "regional_observer" drop constraint "regional_observer_user_id_foreign";`);
    this.addSql(`alter table "membership" drop constraint "membership_user_id_foreign";`);
    this.addSql(`alter table "linked_account" drop constraint "linked_account_user_id_foreign";`);

    this.addSql(`drop table if exists "api_key" cascade;`);
    this.addSql(`drop table if exists "rate_limit" cascade;`);
    this.addSql(`drop table if exists "signing_key" cascade;`);
    this.addSql(`drop table if exists "user_account" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "regional_observer" cascade;`);
    this.addSql(`drop table if exists "membership" cascade;`);
    this.addSql(`drop table if exists "linked_account" cascade;`);
    this.addSql(`drop table if exists "verification" cascade;`);
  }
}
