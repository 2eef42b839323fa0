import { Migration } from '@mikro-orm/migrations';

export class Migration20261123190219_sponsor_cards extends Migration {

  override name = 'Migration20261123190219_sponsor_cards';

  override up(): void | Promise<void> {
    this.addSql(`create table "sponsor_portrait" ("sponsor_id" uuid not null, "territory_id" uuid not null, "name" text not null, "activity" text null, "commune_code" text null, "sentence" text not null, "consent_wording" text not null, "consent_version" text not null, "consent_channel" text not null, "consented_at" timestamptz not null default now(), "demonstration" boolean not null default false, primary key ("sponsor_id"));`);
    this.addSql(`comment on column "sponsor_portrait"."commune_code" is 'INSEE code';`);
    this.addSql(`comment on column "sponsor_portrait"."sentence" is 'in their words';`);
    this.addSql(`comment on column "sponsor_portrait"."consent_wording" is 'the exact wording they agreed to';`);
    this.addSql(`comment on column "sponsor_portrait"."consent_channel" is 'SITE, PHONE or PAPER';`);

    this.addSql(`create policy "acquainted_select" on "prospect_contact" for select using (case when current_setting('app.user_id', true) like 'sponsor:%' then territory_id = nullif(current_setting('app.territory_id', true), '')::uuid
      and exists (select from sponsorship s where s.prospect_id = prospect_contact.prospect_id and s.status = 'ACTIVE'
        and 'sponsor:' || s.sponsor_id = current_setting('app.user_id', true)) else false end);`);

    this.addSql(`alter table "sponsor" add "known_keys" text[] not null default '{}', add "presentation" text null, add "consent_channel" text not null default 'PAPER', add "quiet_since" timestamptz null;`);
    this.addSql(`comment on column "sponsor"."known_keys" is 'addresses and numbers by which they are recognised too';`);
    this.addSql(`comment on column "sponsor"."presentation" is 'their first words to a household';`);
    this.addSql(`comment on column "sponsor"."consent_channel" is 'SITE, PHONE or PAPER';`);
    this.addSql(`comment on column "sponsor"."quiet_since" is 'since when they want no follow-up letters';`);
    this.addSql(`comment on column "sponsor"."phone" is 'E.164';`);
    this.addSql(`alter table "sponsor" add constraint "sponsor_territory_id_solo_id_unique" unique ("territory_id", "solo_id");`);
    this.addSql(`create policy "acquainted_select" on "sponsor" for select using (case when current_setting('app.user_id', true) like 'household:%' then territory_id = nullif(current_setting('app.territory_id', true), '')::uuid
      and exists (select from sponsorship s where s.sponsor_id = sponsor.id and s.status = 'ACTIVE'
        and 'household:' || s.prospect_id = current_setting('app.user_id', true)) else false end);`);
    this.addSql(`create policy "figures_read" on "sponsor" for select to "ancrage_accompaniment_figures" using (true);`);

    this.addSql(`alter table "sponsorship" add "sponsor_card" jsonb not null default '{}', add "household_card" jsonb not null default '{}', add "sponsor_word" text null, add "household_word" text null;`);
    this.addSql(`comment on column "sponsorship"."sponsor_card" is 'SponsorCard: what the household reads; {} once over';`);
    this.addSql(`comment on column "sponsorship"."household_card" is 'HouseholdCard: what the sponsor reads; {} once over';`);
    this.addSql(`comment on column "sponsorship"."sponsor_word" is 'who said so, where a member wrote it down';`);
    this.addSql(`comment on column "sponsorship"."household_word" is 'who said so, where a member wrote it down';`);
    this.addSql(`create policy "figures_read" on "sponsorship" for select to "ancrage_accompaniment_figures" using (true);`);

    this.addSql(`create or replace function "sponsor_portrait_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "sponsor_portrait" for each STATEMENT execute function "sponsor_portrait_announce_change_fn"();`);
    this.addSql(`alter table "sponsor_portrait" enable row level security;`);
    this.addSql(`alter table "sponsor_portrait" force row level security;`);
    this.addSql(`create policy "tenant_read" on "sponsor_portrait" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "tenant_insert" on "sponsor_portrait" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "sponsor_portrait" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "sponsor_portrait" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "sponsor_select" on "sponsor_portrait" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || sponsor_id = current_setting('app.user_id', true));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "announce_change" on "sponsor_portrait";`);
    this.addSql(`drop function if exists "sponsor_portrait_announce_change_fn"();`);
    this.addSql(`drop table if exists "sponsor_portrait" cascade;`);

    this.addSql(`drop policy "acquainted_select" on "prospect_contact";`);

    this.addSql(`drop policy "acquainted_select" on "sponsor";`);
    this.addSql(`drop policy "figures_read" on "sponsor";`);

    this.addSql(`drop policy "figures_read" on "sponsorship";`);

    this.addSql(`alter table "sponsor" drop constraint "sponsor_territory_id_solo_id_unique";`);
    this.addSql(`alter table "sponsor" drop column "known_keys", drop column "presentation", drop column "consent_channel", drop column "quiet_since";`);
    this.addSql(`comment on column "sponsor"."phone" is null;`);

    this.addSql(`alter table "sponsorship" drop column "sponsor_card", drop column "household_card", drop column "sponsor_word", drop column "household_word";`);
  }

}
