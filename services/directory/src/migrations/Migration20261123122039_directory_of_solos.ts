import { Migration } from '@mikro-orm/migrations';

export class Migration20261123122039_directory_of_solos extends Migration {

  override name = 'Migration20261123122039_directory_of_solos';

  override up(): void | Promise<void> {
    this.addSql(`create type "arrival_status" as enum ('DRAFT', 'PUBLISHED', 'WITHDRAWN');`);
    this.addSql(`create type "consent_purpose" as enum ('WEB', 'PRESS', 'REGION');`);
    this.addSql(`create table "access_record" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid null, "user_id" text not null, "what" text not null, "entries" int not null default 1, "at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "access_record"."solo_id" is 'null: a whole list';`);
    this.addSql(`comment on column "access_record"."what" is 'VIEWED, LISTED or EXPORTED';`);
    this.addSql(`comment on column "access_record"."entries" is 'how many entries';`);
    this.addSql(`create index "access_record_solo_id_index" on "access_record" ("solo_id");`);
    this.addSql(`create index "access_record_territory_id_at_index" on "access_record" ("territory_id", "at");`);

    this.addSql(`create table "arrival" ("id" uuid not null, "territory_id" uuid not null, "slug" text not null, "solo_id" uuid not null, "consent_id" uuid null, "status" "arrival_status" not null default 'DRAFT', "title" text not null, "summary" text not null, "body" text not null, "commune_code" text null, "arrived_on" date null, "published_at" timestamptz null, "updated_at" timestamptz not null default now(), "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "arrival"."consent_id" is 'their consent to be presented to the press';`);
    this.addSql(`comment on column "arrival"."summary" is 'a few words under the title';`);
    this.addSql(`comment on column "arrival"."body" is 'paragraphs, parted by empty lines';`);
    this.addSql(`comment on column "arrival"."commune_code" is 'INSEE code of where they settled';`);
    this.addSql(`comment on column "arrival"."arrived_on" is 'when they arrived';`);
    this.addSql(`create index "arrival_solo_id_index" on "arrival" ("solo_id");`);
    this.addSql(`alter table "arrival" add constraint "arrival_territory_id_slug_unique" unique ("territory_id", "slug");`);

    this.addSql(`create table "duplicate_decision" ("id" uuid not null, "territory_id" uuid not null, "first_id" uuid not null, "second_id" uuid not null, "decided_by" text not null, "decided_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`alter table "duplicate_decision" add constraint "duplicate_decision_first_id_second_id_unique" unique ("first_id", "second_id");`);

    this.addSql(`create table "entry_change" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid not null, "state" text not null, "fields" jsonb not null, "version" int not null default 1, "submitted_at" timestamptz null, "decided_at" timestamptz null, "decided_by" text null, "reason" text null, primary key ("id"));`);
    this.addSql(`comment on column "entry_change"."state" is 'DRAFT, SUBMITTED, ACCEPTED, REFUSED or REPLACED';`);
    this.addSql(`comment on column "entry_change"."version" is 'counts up with every save: who saves over another is told';`);
    this.addSql(`comment on column "entry_change"."reason" is 'why it was refused, as its owner reads it';`);
    this.addSql(`create index "entry_change_territory_id_state_submitted_at_index" on "entry_change" ("territory_id", "state", "submitted_at");`);
    this.addSql(`create unique index "entry_change_open_unique" on "entry_change" ("solo_id") where state in ('DRAFT', 'SUBMITTED');`);

    this.addSql(`create table "entry_link" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid null, "email_key" text not null, "purpose" text not null, "created_at" timestamptz not null default now(), "expires_at" timestamptz not null, "used_at" timestamptz null, "session_until" timestamptz null, primary key ("id"));`);
    this.addSql(`comment on column "entry_link"."solo_id" is 'null: they are not known yet, and join by it';`);
    this.addSql(`comment on column "entry_link"."purpose" is 'JOIN, MANAGE, RECONFIRM or OBJECT';`);
    this.addSql(`comment on column "entry_link"."session_until" is 'until when its holder may go on';`);
    this.addSql(`create index "entry_link_solo_id_index" on "entry_link" ("solo_id");`);
    this.addSql(`create index "entry_link_territory_id_email_key_created_at_index" on "entry_link" ("territory_id", "email_key", "created_at");`);

    this.addSql(`create table "letter" ("id" uuid not null, "territory_id" uuid not null, "key" text not null, "solo_id" uuid null, "recipient" text not null, "reply_to" text null, "subject" text not null, "body" text null, "created_at" timestamptz not null default now(), "sent_at" timestamptz null, "attempts" int not null default 0, "failed_at" timestamptz null, "problem" text null, primary key ("id"));`);
    this.addSql(`comment on column "letter"."key" is 'what it is about, once: invitation:<solo>:<day>';`);
    this.addSql(`comment on column "letter"."solo_id" is 'whom it is about: erased with them';`);
    this.addSql(`comment on column "letter"."body" is 'null once it has left';`);
    this.addSql(`comment on column "letter"."failed_at" is 'since when it is given up';`);
    this.addSql(`comment on column "letter"."problem" is 'what the mail server said last';`);
    this.addSql(`create index "letter_solo_id_index" on "letter" ("solo_id");`);
    this.addSql(`alter table "letter" add constraint "letter_territory_id_key_unique" unique ("territory_id", "key");`);

    this.addSql(`create table "network_actor" ("id" uuid not null, "territory_id" uuid not null, "kind" text not null, "name" text not null, "scale" text not null, "description" text null, "website" text null, "commune_code" text null, "commitment" text null, "committed_on" date null, "committed_until" date null, "consent_given_at" timestamptz null, "consent_wording" text null, "consent_version" text null, "published_at" timestamptz null, "archived_at" timestamptz null, "created_at" timestamptz not null default now(), "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "network_actor"."description" is 'what it is, in a few public sentences';`);
    this.addSql(`comment on column "network_actor"."commune_code" is 'INSEE code of where it is';`);
    this.addSql(`comment on column "network_actor"."commitment" is 'what it committed itself to, as it was agreed';`);
    this.addSql(`comment on column "network_actor"."committed_until" is 'until when the commitment runs';`);
    this.addSql(`comment on column "network_actor"."consent_given_at" is 'when it agreed to be named in public';`);
    this.addSql(`comment on column "network_actor"."consent_wording" is 'the sentence that it agreed to';`);
    this.addSql(`comment on column "network_actor"."archived_at" is 'kept for its history, mobilised no more';`);
    this.addSql(`create index "network_actor_territory_id_scale_index" on "network_actor" ("territory_id", "scale");`);

    this.addSql(`create table "network_contact" ("id" uuid not null, "territory_id" uuid not null, "actor_id" uuid not null, "name" text not null, "role" text null, "email" text null, "phone" text null, primary key ("id"));`);
    this.addSql(`create index "network_contact_actor_id_index" on "network_contact" ("actor_id");`);

    this.addSql(`create table "network_exchange" ("id" uuid not null, "territory_id" uuid not null, "actor_id" uuid not null, "subject" text not null, "means" text not null, "step" text null, "asked_at" timestamptz not null, "answered_at" timestamptz null, "answer" text null, "user_id" text not null, primary key ("id"));`);
    this.addSql(`comment on column "network_exchange"."means" is 'EMAIL, PHONE, MEETING or LETTER';`);
    this.addSql(`comment on column "network_exchange"."step" is 'the step of the welcome that it was about';`);
    this.addSql(`comment on column "network_exchange"."user_id" is 'account of the member who asked';`);
    this.addSql(`create index "network_exchange_actor_id_asked_at_index" on "network_exchange" ("actor_id", "asked_at");`);

    this.addSql(`create table "network_offer" ("id" uuid not null, "territory_id" uuid not null, "actor_id" uuid not null, "step" text not null, "what" text not null, "answers_within" int null, primary key ("id"));`);
    this.addSql(`comment on column "network_offer"."answers_within" is 'working days within which it answers';`);
    this.addSql(`create index "network_offer_actor_id_index" on "network_offer" ("actor_id");`);

    this.addSql(`create table "solo_contact" ("solo_id" uuid not null, "territory_id" uuid not null, "person_name" text null, "email" text null, "email_key" text null, "phone" text null, "phone_key" text null, "siret" text null, "website" text null, "commune_code" text null, "shown" text[] not null, "notes" text null, "informed_at" timestamptz null, "objected_at" timestamptz null, primary key ("solo_id"));`);
    this.addSql(`comment on column "solo_contact"."person_name" is 'the person, where the business has another name';`);
    this.addSql(`comment on column "solo_contact"."email_key" is 'the address as it is compared';`);
    this.addSql(`comment on column "solo_contact"."phone_key" is 'the number as it is compared: +33…';`);
    this.addSql(`comment on column "solo_contact"."siret" is '14 digits, checked by Luhn';`);
    this.addSql(`comment on column "solo_contact"."commune_code" is 'INSEE code of where they work, also when it is not shown';`);
    this.addSql(`comment on column "solo_contact"."shown" is 'fields that they agreed to show: EMAIL is never among them';`);
    this.addSql(`comment on column "solo_contact"."notes" is 'members’ own notes';`);
    this.addSql(`comment on column "solo_contact"."informed_at" is 'when they were told that they are known here';`);
    this.addSql(`comment on column "solo_contact"."objected_at" is 'when they objected to being kept';`);
    this.addSql(`create index "solo_contact_territory_id_siret_index" on "solo_contact" ("territory_id", "siret");`);
    this.addSql(`create index "solo_contact_territory_id_phone_key_index" on "solo_contact" ("territory_id", "phone_key");`);
    this.addSql(`create index "solo_contact_territory_id_email_key_index" on "solo_contact" ("territory_id", "email_key");`);

    this.addSql(`create table "solo_event" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid not null, "kind" text not null, "at" timestamptz not null default now(), "user_id" text null, "note" text null, "detail" jsonb null, primary key ("id"));`);
    this.addSql(`comment on column "solo_event"."kind" is 'one of SoloEventKind';`);
    this.addSql(`comment on column "solo_event"."user_id" is 'account of the member, or solo:… for the person themselves';`);
    this.addSql(`comment on column "solo_event"."note" is 'a reason or a remark, as it was written';`);
    this.addSql(`create index "solo_event_solo_id_at_index" on "solo_event" ("solo_id", "at");`);

    this.addSql(`create table "solo_import" ("id" uuid not null, "territory_id" uuid not null, "file_name" text not null, "headers" text[] not null, "rows" jsonb null, "mapping" jsonb not null, "state" text not null, "report" jsonb null, "created_by" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "solo_import"."headers" is 'the headers of its columns';`);
    this.addSql(`comment on column "solo_import"."rows" is 'cells as text, row by row; null once it is done with';`);
    this.addSql(`comment on column "solo_import"."mapping" is 'which column holds which field, by field';`);
    this.addSql(`comment on column "solo_import"."state" is 'MAPPED, IMPORTED or GIVEN_UP';`);
    this.addSql(`comment on column "solo_import"."report" is 'what it did or would do: counts and refused rows';`);

    this.addSql(`create table "solo_merge" ("id" uuid not null, "territory_id" uuid not null, "kept_id" uuid not null, "merged_id" uuid not null, "before" jsonb not null, "merged_by" text not null, "merged_at" timestamptz not null default now(), "undone_at" timestamptz null, primary key ("id"));`);
    this.addSql(`comment on column "solo_merge"."merged_id" is 'the row that went: its id comes back when the merge is undone';`);
    this.addSql(`comment on column "solo_merge"."before" is 'both as they were: rows by table';`);
    this.addSql(`create index "solo_merge_kept_id_index" on "solo_merge" ("kept_id");`);

    this.addSql(`create table "solo_photo" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid not null, "alternative" text not null, "width" int not null, "height" int not null, "large" bytea not null, "small" bytea not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "solo_photo"."alternative" is 'what it shows, for those who do not see it';`);
    this.addSql(`comment on column "solo_photo"."large" is 'WebP, 1600 pixels at most';`);
    this.addSql(`comment on column "solo_photo"."small" is 'WebP, 640 pixels at most';`);
    this.addSql(`create index "solo_photo_solo_id_index" on "solo_photo" ("solo_id");`);

    this.addSql(`alter table "consent" add "purpose" "consent_purpose" not null default 'WEB', add "recorded_by" text null, add "evidence" text null;`);
    this.addSql(`comment on column "consent"."recorded_by" is 'who wrote it down: a member, or solo:… for the person';`);
    this.addSql(`comment on column "consent"."evidence" is 'what shows it: where the paper is, who was on the phone';`);
    this.addSql(`create policy "own_select" on "consent" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "consent" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "consent" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "solo" add "area" text null, add "naf_code" text null, add "languages" text[] not null default '{}', add "phone" text null, add "website" text null, add "photo_id" uuid null, add "status_changed_at" timestamptz null, add "hidden_because" text null, add "reconfirm_by" date null;`);
    this.addSql(`comment on column "solo"."area" is 'what is shown in place of the commune, when that is not';`);
    this.addSql(`comment on column "solo"."naf_code" is 'NAF revision 2: 62.01Z';`);
    this.addSql(`comment on column "solo"."phone" is 'published because they chose so';`);
    this.addSql(`comment on column "solo"."website" is 'published because they chose so';`);
    this.addSql(`comment on column "solo"."status_changed_at" is 'since when it stands where it does';`);
    this.addSql(`comment on column "solo"."hidden_because" is 'why a consented entry does not show: PAUSED, LAPSED or MODERATED';`);
    this.addSql(`comment on column "solo"."reconfirm_by" is 'unpublished after it, unless they say that it still holds';`);
    this.addSql(`create policy "own_select" on "solo" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "solo" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "access_record" enable row level security;`);
    this.addSql(`alter table "access_record" force row level security;`);
    this.addSql(`create policy "tenant_read" on "access_record" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "access_record" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "access_record" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "access_record" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "arrival" add constraint "arrival_published_check" check (status <> 'PUBLISHED' or (published_at is not null and consent_id is not null));`);
    this.addSql(`create or replace function "arrival_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "arrival" for each STATEMENT execute function "arrival_announce_change_fn"();`);
    this.addSql(`alter table "arrival" enable row level security;`);
    this.addSql(`alter table "arrival" force row level security;`);
    this.addSql(`create policy "tenant_read" on "arrival" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or (status = 'PUBLISHED' and consent_id is not null)));`);
    this.addSql(`create policy "tenant_insert" on "arrival" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "arrival" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "arrival" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "arrival" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "arrival" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "duplicate_decision" add constraint "duplicate_decision_order_check" check (first_id < second_id);`);
    this.addSql(`alter table "duplicate_decision" enable row level security;`);
    this.addSql(`alter table "duplicate_decision" force row level security;`);
    this.addSql(`create policy "tenant_read" on "duplicate_decision" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "duplicate_decision" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "duplicate_decision" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "duplicate_decision" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "entry_change" enable row level security;`);
    this.addSql(`alter table "entry_change" force row level security;`);
    this.addSql(`create policy "tenant_read" on "entry_change" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "entry_change" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "entry_change" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "entry_change" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "entry_change" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "entry_change" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "entry_change" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "entry_link" enable row level security;`);
    this.addSql(`alter table "entry_link" force row level security;`);
    this.addSql(`create policy "tenant_read" on "entry_link" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "entry_link" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "entry_link" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "entry_link" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "entry_link" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "letter" enable row level security;`);
    this.addSql(`alter table "letter" force row level security;`);
    this.addSql(`create policy "tenant_read" on "letter" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "letter" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "letter" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "letter" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "network_actor" add constraint "network_actor_published_check" check (published_at is null or consent_given_at is not null);`);
    this.addSql(`alter table "network_actor" add constraint "network_actor_scale_check" check (scale in ('LOCAL', 'DEPARTMENT', 'REGION', 'NATIONAL'));`);
    this.addSql(`alter table "network_actor" add constraint "network_actor_kind_check" check (kind in ('ORGANISATION', 'PERSON'));`);
    this.addSql(`create or replace function "network_actor_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "network_actor" for each STATEMENT execute function "network_actor_announce_change_fn"();`);
    this.addSql(`alter table "network_actor" enable row level security;`);
    this.addSql(`alter table "network_actor" force row level security;`);
    this.addSql(`create policy "tenant_read" on "network_actor" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or published_at is not null));`);
    this.addSql(`create policy "tenant_insert" on "network_actor" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "network_actor" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "network_actor" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "network_contact" enable row level security;`);
    this.addSql(`alter table "network_contact" force row level security;`);
    this.addSql(`create policy "tenant_read" on "network_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "network_contact" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "network_contact" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "network_contact" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "network_exchange" enable row level security;`);
    this.addSql(`alter table "network_exchange" force row level security;`);
    this.addSql(`create policy "tenant_read" on "network_exchange" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "network_exchange" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "network_exchange" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "network_exchange" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "network_offer" add constraint "network_offer_step_check" check (step in ('CONTACT', 'DISCOVERY', 'PROJECT', 'HOUSING', 'FAMILY', 'WORK', 'ARRIVAL', 'FOLLOW_UP'));`);
    this.addSql(`create or replace function "network_offer_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "network_offer" for each STATEMENT execute function "network_offer_announce_change_fn"();`);
    this.addSql(`alter table "network_offer" enable row level security;`);
    this.addSql(`alter table "network_offer" force row level security;`);
    this.addSql(`create policy "tenant_read" on "network_offer" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or exists (select from network_actor a where a.id = actor_id)));`);
    this.addSql(`create policy "tenant_insert" on "network_offer" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "network_offer" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "network_offer" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "solo_contact" enable row level security;`);
    this.addSql(`alter table "solo_contact" force row level security;`);
    this.addSql(`create policy "tenant_read" on "solo_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "solo_contact" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "solo_contact" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "solo_contact" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "solo_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "solo_contact" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "solo_event" enable row level security;`);
    this.addSql(`alter table "solo_event" force row level security;`);
    this.addSql(`create policy "tenant_read" on "solo_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "solo_event" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "solo_event" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "solo_event" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "solo_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "solo_event" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "solo_import" enable row level security;`);
    this.addSql(`alter table "solo_import" force row level security;`);
    this.addSql(`create policy "tenant_read" on "solo_import" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "solo_import" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "solo_import" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "solo_import" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "solo_merge" enable row level security;`);
    this.addSql(`alter table "solo_merge" force row level security;`);
    this.addSql(`create policy "tenant_read" on "solo_merge" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "solo_merge" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "solo_merge" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "solo_merge" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`create or replace function "solo_photo_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "solo_photo" for each STATEMENT execute function "solo_photo_announce_change_fn"();`);
    this.addSql(`alter table "solo_photo" enable row level security;`);
    this.addSql(`alter table "solo_photo" force row level security;`);
    this.addSql(`create policy "tenant_read" on "solo_photo" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or exists (select from solo s where s.photo_id = solo_photo.id)));`);
    this.addSql(`create policy "tenant_insert" on "solo_photo" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "solo_photo" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "solo_photo" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "solo_photo" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "solo_photo" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'solo:' || solo_id = current_setting('app.user_id', true));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "access_record" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "arrival";`);
    this.addSql(`drop function if exists "arrival_announce_change_fn"();`);
    this.addSql(`drop table if exists "arrival" cascade;`);
    this.addSql(`drop table if exists "duplicate_decision" cascade;`);
    this.addSql(`drop table if exists "entry_change" cascade;`);
    this.addSql(`drop table if exists "entry_link" cascade;`);
    this.addSql(`drop table if exists "letter" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "network_actor";`);
    this.addSql(`drop function if exists "network_actor_announce_change_fn"();`);
    this.addSql(`drop table if exists "network_actor" cascade;`);
    this.addSql(`drop table if exists "network_contact" cascade;`);
    this.addSql(`drop table if exists "network_exchange" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "network_offer";`);
    this.addSql(`drop function if exists "network_offer_announce_change_fn"();`);
    this.addSql(`drop table if exists "network_offer" cascade;`);
    this.addSql(`drop table if exists "solo_contact" cascade;`);
    this.addSql(`drop table if exists "solo_event" cascade;`);
    this.addSql(`drop table if exists "solo_import" cascade;`);
    this.addSql(`drop table if exists "solo_merge" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "solo_photo";`);
    this.addSql(`drop function if exists "solo_photo_announce_change_fn"();`);
    this.addSql(`drop table if exists "solo_photo" cascade;`);

    this.addSql(`drop policy "own_select" on "consent";`);
    this.addSql(`drop policy "own_insert" on "consent";`);
    this.addSql(`drop policy "own_update" on "consent";`);

    this.addSql(`drop policy "own_select" on "solo";`);
    this.addSql(`drop policy "own_update" on "solo";`);

    this.addSql(`alter table "consent" drop column "purpose", drop column "recorded_by", drop column "evidence";`);

    this.addSql(`alter table "solo" drop column "area", drop column "naf_code", drop column "languages", drop column "phone", drop column "website", drop column "photo_id", drop column "status_changed_at", drop column "hidden_because", drop column "reconfirm_by";`);

    this.addSql(`drop type "arrival_status";`);
    this.addSql(`drop type "consent_purpose";`);
  }

}
