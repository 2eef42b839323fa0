import { Migration } from '@mikro-orm/migrations';

export class Migration20261123151130_detection extends Migration {

  override name = 'Migration20261123151130_detection';

  override up(): void | Promise<void> {
    this.addSql(`create type "promotion_channel" as enum ('PRESS', 'WEB', 'FAIR', 'PARTNER', 'WORD_OF_MOUTH');`);
    this.addSql(`create table "attendance" ("registration_id" uuid not null, "person" int not null, "territory_id" uuid not null, "attended" boolean not null, "marked_at" timestamptz not null, "marked_by" text not null, "mark_key" uuid not null, primary key ("registration_id", "person"));`);
    this.addSql(`comment on column "attendance"."person" is 'adults first, then children by year of birth';`);
    this.addSql(`comment on column "attendance"."marked_at" is 'by the clock of the phone: of two marks the later one holds';`);
    this.addSql(`comment on column "attendance"."marked_by" is 'account of the member';`);
    this.addSql(`comment on column "attendance"."mark_key" is 'chosen by the phone';`);
    this.addSql(`alter table "attendance" add constraint "attendance_territory_id_mark_key_unique" unique ("territory_id", "mark_key");`);

    this.addSql(`create table "audience" ("id" uuid not null, "territory_id" uuid not null, "name" text not null, "description" text null, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "audience"."description" is 'who they are, what they look for';`);
    this.addSql(`create index "audience_territory_id_index" on "audience" ("territory_id");`);

    this.addSql(`create table "campaign" ("id" uuid not null, "territory_id" uuid not null, "name" text not null, "channel" "promotion_channel" not null, "audience_id" uuid null, "message_id" uuid null, "goal" text null, "starts_on" date not null, "ends_on" date not null, "budget_cents" int null, "spent_cents" int null, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "campaign"."goal" is 'what it is to reach, in words';`);
    this.addSql(`comment on column "campaign"."budget_cents" is 'planned, in cents of euros; null: not said';`);
    this.addSql(`comment on column "campaign"."spent_cents" is 'spent, in cents of euros; null: not said, which is not zero';`);
    this.addSql(`create index "campaign_territory_id_index" on "campaign" ("territory_id");`);

    this.addSql(`create table "daily_run" ("territory_id" uuid not null, "name" text not null, "day" date not null, primary key ("territory_id", "name"));`);

    this.addSql(`create table "fair" ("id" uuid not null, "territory_id" uuid not null, "slug" text not null, "name" text not null, "place" text not null, "summary" text null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "campaign_id" uuid null, "cost_cents" int null, "shown" boolean not null default false, "revision" int not null default 0, "updated_at" timestamptz not null default now(), "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "fair"."place" is 'town and hall, in words';`);
    this.addSql(`comment on column "fair"."summary" is 'what the territory does there, as everybody reads it';`);
    this.addSql(`comment on column "fair"."cost_cents" is 'in cents of euros; null: not said, which is not zero';`);
    this.addSql(`comment on column "fair"."shown" is 'whether visitors of the site read of it';`);
    this.addSql(`comment on column "fair"."revision" is 'SEQUENCE of its calendar entry';`);
    this.addSql(`create index "fair_campaign_id_index" on "fair" ("campaign_id");`);
    this.addSql(`create index "fair_territory_id_starts_at_index" on "fair" ("territory_id", "starts_at");`);
    this.addSql(`alter table "fair" add constraint "fair_territory_id_slug_unique" unique ("territory_id", "slug");`);

    this.addSql(`create table "household_visit" ("id" uuid not null, "territory_id" uuid not null, "registration_id" uuid not null, "prospect_id" uuid not null, "starts_at" timestamptz not null, "title" text not null, "place" text null, "host" text null, primary key ("id"));`);
    this.addSql(`comment on column "household_visit"."host" is 'who receives them';`);
    this.addSql(`create index "household_visit_registration_id_starts_at_index" on "household_visit" ("registration_id", "starts_at");`);

    this.addSql(`create table "letter" ("id" uuid not null, "territory_id" uuid not null, "key" text not null, "prospect_id" uuid null, "sender" text null, "recipient" text not null, "reply_to" text null, "subject" text not null, "locale" text not null default 'fr', "body" text null, "content" jsonb null, "news" boolean not null default false, "created_at" timestamptz not null default now(), "sent_at" timestamptz null, "due_at" timestamptz not null default now(), "tried_since" timestamptz null, "attempts" int not null default 0, "failed_at" timestamptz null, "problem" text null, primary key ("id"));`);
    this.addSql(`comment on column "letter"."key" is 'what it is about, once: reminder:<registration>';`);
    this.addSql(`comment on column "letter"."prospect_id" is 'whom it is about: erased with them';`);
    this.addSql(`comment on column "letter"."sender" is 'name shown before the address that all e-mails come from';`);
    this.addSql(`comment on column "letter"."body" is 'plain text; null once it has left';`);
    this.addSql(`comment on column "letter"."content" is 'the same in parts, and what is attached; null once it has left';`);
    this.addSql(`comment on column "letter"."news" is 'nobody asked for it: it says how to get no more';`);
    this.addSql(`comment on column "letter"."due_at" is 'when it is tried next';`);
    this.addSql(`comment on column "letter"."tried_since" is 'since when it is tried in vain';`);
    this.addSql(`comment on column "letter"."failed_at" is 'since when it is given up';`);
    this.addSql(`comment on column "letter"."problem" is 'what the mail server said last';`);
    this.addSql(`create index "letter_prospect_id_index" on "letter" ("prospect_id");`);
    this.addSql(`alter table "letter" add constraint "letter_territory_id_key_unique" unique ("territory_id", "key");`);

    this.addSql(`create table "mail_refusal" ("territory_id" uuid not null, "email_key" text not null, "reason" text not null, "at" timestamptz not null default now(), "detail" text null, primary key ("territory_id", "email_key", "reason"));`);
    this.addSql(`comment on column "mail_refusal"."email_key" is 'the address as it is compared';`);
    this.addSql(`comment on column "mail_refusal"."reason" is 'BOUNCED: nothing reaches it; UNSUBSCRIBED: nothing but what they asked for';`);
    this.addSql(`comment on column "mail_refusal"."detail" is 'what the mail server said, or the letter they answered';`);

    this.addSql(`create table "press_document" ("id" uuid not null, "territory_id" uuid not null, "title" text not null, "summary" text null, "file_name" text not null, "media_type" text not null, "content" bytea not null, "dated_on" date not null, "shown" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "press_document"."summary" is 'what it tells, or whom to credit';`);
    this.addSql(`comment on column "press_document"."media_type" is 'read from the content';`);
    this.addSql(`create index "press_document_territory_id_index" on "press_document" ("territory_id");`);

    this.addSql(`create table "promotion_link" ("id" uuid not null, "territory_id" uuid not null, "campaign_id" uuid null, "fair_id" uuid null, "code" text not null, "label" text not null, "target" text not null, "followed" int not null default 0, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "promotion_link"."code" is 'what stands in the address: salon-toulouse';`);
    this.addSql(`comment on column "promotion_link"."label" is 'where it is used: poster at the station';`);
    this.addSql(`comment on column "promotion_link"."target" is 'page of the site that it leads to: /decouvrir';`);
    this.addSql(`comment on column "promotion_link"."followed" is 'times it was followed';`);
    this.addSql(`create index "promotion_link_campaign_id_index" on "promotion_link" ("campaign_id");`);
    this.addSql(`create index "promotion_link_fair_id_index" on "promotion_link" ("fair_id");`);
    this.addSql(`alter table "promotion_link" add constraint "promotion_link_territory_id_code_unique" unique ("territory_id", "code");`);

    this.addSql(`create table "promotion_message" ("id" uuid not null, "territory_id" uuid not null, "audience_id" uuid not null, "title" text not null, "body" text not null, primary key ("id"));`);
    this.addSql(`create index "promotion_message_audience_id_index" on "promotion_message" ("audience_id");`);

    this.addSql(`create table "prospect_consent" ("id" uuid not null, "territory_id" uuid not null, "prospect_id" uuid not null, "purpose" text not null, "wording" text not null, "version" text not null, "channel" text not null, "given_at" timestamptz not null, "recorded_by" text null, "withdrawn_at" timestamptz null, primary key ("id"));`);
    this.addSql(`comment on column "prospect_consent"."purpose" is 'FOLLOW_UP: to be kept and answered; NEWS: to be written to of their own accord';`);
    this.addSql(`comment on column "prospect_consent"."channel" is 'how: SITE, FAIR, PHONE or PAPER';`);
    this.addSql(`comment on column "prospect_consent"."recorded_by" is 'account of the member who took it down';`);
    this.addSql(`create index "prospect_consent_prospect_id_index" on "prospect_consent" ("prospect_id");`);

    this.addSql(`create table "prospect_contact" ("prospect_id" uuid not null, "territory_id" uuid not null, "name" text not null, "email" text null, "email_key" text null, "phone" text null, "phone_key" text null, "lives_in" text null, "locale" text not null default 'fr', "call_when" text null, "bounced_at" timestamptz null, primary key ("prospect_id"));`);
    this.addSql(`comment on column "prospect_contact"."name" is 'who speaks for the household';`);
    this.addSql(`comment on column "prospect_contact"."email_key" is 'the address as it is compared';`);
    this.addSql(`comment on column "prospect_contact"."phone_key" is 'E.164';`);
    this.addSql(`comment on column "prospect_contact"."lives_in" is 'where they live now, in words';`);
    this.addSql(`comment on column "prospect_contact"."locale" is 'language in which they are written to: fr or en';`);
    this.addSql(`comment on column "prospect_contact"."call_when" is 'when they like to be called, in their words';`);
    this.addSql(`comment on column "prospect_contact"."bounced_at" is 'since when letters to their address come back';`);
    this.addSql(`create index "prospect_contact_territory_id_phone_key_index" on "prospect_contact" ("territory_id", "phone_key");`);
    this.addSql(`create index "prospect_contact_territory_id_email_key_index" on "prospect_contact" ("territory_id", "email_key");`);

    this.addSql(`create table "prospect_event" ("id" uuid not null, "territory_id" uuid not null, "prospect_id" uuid not null, "kind" text not null, "at" timestamptz not null default clock_timestamp(), "user_id" text null, "note" text null, "detail" jsonb null, primary key ("id"));`);
    this.addSql(`comment on column "prospect_event"."kind" is 'one of ProspectEventKind';`);
    this.addSql(`comment on column "prospect_event"."user_id" is 'account of the member, household:… or null for the clock';`);
    this.addSql(`comment on column "prospect_event"."note" is 'a reason or a remark, as it was written';`);
    this.addSql(`create index "prospect_event_prospect_id_at_index" on "prospect_event" ("prospect_id", "at");`);

    this.addSql(`create table "prospect_file" ("id" uuid not null, "territory_id" uuid not null, "prospect_id" uuid not null, "name" text not null, "media_type" text not null, "content" bytea not null, "added_by" text not null, "added_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "prospect_file"."added_by" is 'account of the member';`);
    this.addSql(`create index "prospect_file_prospect_id_index" on "prospect_file" ("prospect_id");`);

    this.addSql(`create table "prospect_import" ("id" uuid not null, "territory_id" uuid not null, "file_name" text not null, "headers" text[] not null, "rows" jsonb null, "mapping" jsonb not null, "state" text not null, "report" jsonb null, "created_by" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "prospect_import"."headers" is 'the headers of its columns';`);
    this.addSql(`comment on column "prospect_import"."rows" is 'cells as text, row by row; null once it is done with';`);
    this.addSql(`comment on column "prospect_import"."mapping" is 'which column holds which field, by field';`);
    this.addSql(`comment on column "prospect_import"."state" is 'MAPPED, IMPORTED or GIVEN_UP';`);
    this.addSql(`comment on column "prospect_import"."report" is 'what it did or would do: counts and refused rows';`);

    this.addSql(`create table "prospect_merge" ("id" uuid not null, "territory_id" uuid not null, "kept_id" uuid not null, "merged_id" uuid not null, "before" jsonb not null, "merged_by" text not null, "merged_at" timestamptz not null default now(), "undone_at" timestamptz null, primary key ("id"));`);
    this.addSql(`comment on column "prospect_merge"."merged_id" is 'the row that went: its id comes back when the merge is undone';`);
    this.addSql(`comment on column "prospect_merge"."before" is 'both as they were: rows by table';`);
    this.addSql(`create index "prospect_merge_kept_id_index" on "prospect_merge" ("kept_id");`);

    this.addSql(`create table "prospect_pair" ("first_id" uuid not null, "second_id" uuid not null, "territory_id" uuid not null, "decided_by" text not null, "decided_at" timestamptz not null default now(), primary key ("first_id", "second_id"));`);

    this.addSql(`create table "prospect_touch" ("id" uuid not null, "territory_id" uuid not null, "prospect_id" uuid not null, "at" timestamptz not null default now(), "form" text not null, "link_id" uuid null, "fair_id" uuid null, "declared_channel" text null, "declared_words" text null, primary key ("id"));`);
    this.addSql(`comment on column "prospect_touch"."form" is 'REGISTRATION, CALLBACK, FAIR, AGENT or IMPORT';`);
    this.addSql(`comment on column "prospect_touch"."link_id" is 'measured: the link whose code the form carried';`);
    this.addSql(`comment on column "prospect_touch"."fair_id" is 'measured: the fair where they were met';`);
    this.addSql(`comment on column "prospect_touch"."declared_channel" is 'declared: PRESS, WEB, FAIR, PARTNER or WORD_OF_MOUTH';`);
    this.addSql(`comment on column "prospect_touch"."declared_words" is 'declared, in their words';`);
    this.addSql(`create index "prospect_touch_link_id_index" on "prospect_touch" ("link_id");`);
    this.addSql(`create index "prospect_touch_fair_id_index" on "prospect_touch" ("fair_id");`);
    this.addSql(`create index "prospect_touch_prospect_id_at_index" on "prospect_touch" ("prospect_id", "at");`);

    this.addSql(`create table "registration_event" ("id" bigserial primary key, "territory_id" uuid not null, "session_id" uuid not null, "registration_id" uuid null, "prospect_id" uuid null, "kind" text not null, "at" timestamptz not null default clock_timestamp(), "user_id" text null, "people" int not null, "seats_left" int not null, "detail" jsonb null);`);
    this.addSql(`comment on column "registration_event"."id" is 'in the order in which things happened';`);
    this.addSql(`comment on column "registration_event"."registration_id" is 'null: about the session itself, such as its capacity';`);
    this.addSql(`comment on column "registration_event"."kind" is 'one of RegistrationEventKind';`);
    this.addSql(`comment on column "registration_event"."user_id" is 'account of the member, household:… or null for the clock';`);
    this.addSql(`comment on column "registration_event"."people" is 'people of the household, or capacity of the session';`);
    this.addSql(`comment on column "registration_event"."seats_left" is 'seats left in the session once it was done';`);
    this.addSql(`comment on column "registration_event"."detail" is 'what explains it: position, deadline, former size';`);
    this.addSql(`create index "registration_event_registration_id_id_index" on "registration_event" ("registration_id", "id");`);
    this.addSql(`create index "registration_event_session_id_id_index" on "registration_event" ("session_id", "id");`);

    this.addSql(`create table "survey_answer" ("registration_id" uuid not null, "territory_id" uuid not null, "session_id" uuid not null, "prospect_id" uuid not null, "rating" int not null, "outlook" text not null, "liked" text null, "missed" text null, "answered_at" timestamptz not null default now(), primary key ("registration_id"));`);
    this.addSql(`comment on column "survey_answer"."rating" is '1 to 5';`);
    this.addSql(`comment on column "survey_answer"."outlook" is 'PROJECT, THINKING or NO';`);
    this.addSql(`create index "survey_answer_session_id_index" on "survey_answer" ("session_id");`);

    this.addSql(`create table "territory_card" ("territory_id" uuid not null, "slug" text not null, "name" text not null, "site" text not null, primary key ("territory_id"));`);
    this.addSql(`comment on column "territory_card"."site" is 'address of its site, without a slash at its end';`);

    this.addSql(`drop policy "tenant_read" on "prospect";`);

    this.addSql(`drop policy "tenant_read" on "registration";`);

    this.addSql(`alter table "discovery_session" add "meeting_place" text null, add "lodging" text null, add "meals" text null, add "childcare" text null, add "car_sharing" text null, add "registration_closes_at" timestamptz null, add "offer_hours" int not null default 48, add "cancel_reason" text null, add "published_at" timestamptz null, add "cancelled_at" timestamptz null, add "revision" int not null default 0, add "updated_at" timestamptz not null default now();`);
    this.addSql(`comment on column "discovery_session"."offer_hours" is 'how long a freed seat is kept for the household it is offered to';`);
    this.addSql(`comment on column "discovery_session"."cancel_reason" is 'why it does not take place, as everybody reads it';`);
    this.addSql(`comment on column "discovery_session"."revision" is 'SEQUENCE of its calendar entries: grows when date or place change';`);
    this.addSql(`alter table "discovery_session" add constraint "discovery_session_offer_check" check (offer_hours between 1 and 336);`);

    this.addSql(`alter table "prospect" add "capture_key" text null, add "project" text null, add "activity" text null, add "needed_speed" text null, add "needed_services" text[] not null default '{}', add "housing" text null, add "premises" text null, add "wished_communes" text[] not null default '{}', add "horizon" "installation_horizon" null, add "owner_id" text null, add "next_action" text null, add "next_action_on" date null, add "lost_reason" text null, add "lost_at" timestamptz null, add "last_contact_at" timestamptz null, add "retention_warned_at" timestamptz null, add "anonymised_at" timestamptz null, add "version" int not null default 1, add "created_at" timestamptz not null default now();`);
    this.addSql(`comment on column "prospect"."capture_key" is 'chosen by the form that was sent, also offline';`);
    this.addSql(`comment on column "prospect"."project" is 'why they want to come, in their words';`);
    this.addSql(`comment on column "prospect"."activity" is 'what they live by';`);
    this.addSql(`comment on column "prospect"."needed_speed" is 'least wired speed they need: BroadbandClass of the territory subgraph';`);
    this.addSql(`comment on column "prospect"."needed_services" is 'words of services, as the map of the site has them';`);
    this.addSql(`comment on column "prospect"."premises" is 'office, workshop, land they look for';`);
    this.addSql(`comment on column "prospect"."wished_communes" is 'INSEE codes of communes they think of';`);
    this.addSql(`comment on column "prospect"."owner_id" is 'account of the member who follows them';`);
    this.addSql(`comment on column "prospect"."lost_reason" is 'one of LostReason; null unless LOST';`);
    this.addSql(`comment on column "prospect"."last_contact_at" is 'when they last wrote, called or came: retention counts from it';`);
    this.addSql(`comment on column "prospect"."retention_warned_at" is 'when the territory was told that it will be forgotten';`);
    this.addSql(`comment on column "prospect"."anonymised_at" is 'since when nothing tells who they are';`);
    this.addSql(`comment on column "prospect"."version" is 'grows at each change: who changes says which one was read';`);
    this.addSql(`create index "prospect_territory_id_stage_first_contact_on_index" on "prospect" ("territory_id", "stage", "first_contact_on");`);
    this.addSql(`alter table "prospect" add constraint "prospect_territory_id_capture_key_unique" unique ("territory_id", "capture_key");`);
    this.addSql(`create policy "own_select" on "prospect" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "prospect" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "tenant_read" on "prospect" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`alter table "registration" add "idempotency_key" text null, add "contact_name" text null, add "email" text null, add "email_key" text null, add "phone" text null, add "project" text null, add "locale" text not null default 'fr', add "needs" jsonb not null default '{}', add "offered_at" timestamptz null, add "offer_expires_at" timestamptz null, add "cancelled_at" timestamptz null, add "checked_in_at" timestamptz null, add "updated_at" timestamptz not null default now();`);
    this.addSql(`comment on column "registration"."idempotency_key" is 'chosen by the form that was sent';`);
    this.addSql(`comment on column "registration"."contact_name" is 'as they typed it; null once forgotten';`);
    this.addSql(`comment on column "registration"."email_key" is 'the address as it is compared';`);
    this.addSql(`comment on column "registration"."phone" is 'E.164';`);
    this.addSql(`comment on column "registration"."locale" is 'language in which they are written to: fr or en';`);
    this.addSql(`comment on column "registration"."offer_expires_at" is 'until when an offered seat is kept for them';`);
    this.addSql(`create index "registration_territory_id_email_key_index" on "registration" ("territory_id", "email_key");`);
    this.addSql(`alter table "registration" add constraint "registration_territory_id_idempotency_key_unique" unique ("territory_id", "idempotency_key");`);
    this.addSql(`alter table "registration" add constraint "registration_offer_check" check ((status = 'OFFERED') = (offer_expires_at is not null));`);
    this.addSql(`create policy "own_select" on "registration" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "registration" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "tenant_read" on "registration" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`alter table "attendance" add constraint "attendance_person_check" check (person between 0 and 19);`);
    this.addSql(`alter table "attendance" enable row level security;`);
    this.addSql(`alter table "attendance" force row level security;`);
    this.addSql(`create policy "tenant_read" on "attendance" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "attendance" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "attendance" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "attendance" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "audience" enable row level security;`);
    this.addSql(`alter table "audience" force row level security;`);
    this.addSql(`create policy "tenant_read" on "audience" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "audience" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "audience" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "audience" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "campaign" add constraint "campaign_money_check" check (budget_cents >= 0 and spent_cents >= 0);`);
    this.addSql(`alter table "campaign" add constraint "campaign_period_check" check (ends_on >= starts_on);`);
    this.addSql(`alter table "campaign" enable row level security;`);
    this.addSql(`alter table "campaign" force row level security;`);
    this.addSql(`create policy "tenant_read" on "campaign" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "campaign" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "campaign" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "campaign" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "daily_run" enable row level security;`);
    this.addSql(`alter table "daily_run" force row level security;`);
    this.addSql(`create policy "tenant_read" on "daily_run" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "daily_run" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_update" on "daily_run" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR') with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_delete" on "daily_run" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);

    this.addSql(`alter table "fair" add constraint "fair_period_check" check (ends_at > starts_at);`);
    this.addSql(`create or replace function "fair_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "fair" for each STATEMENT execute function "fair_announce_change_fn"();`);
    this.addSql(`alter table "fair" enable row level security;`);
    this.addSql(`alter table "fair" force row level security;`);
    this.addSql(`create policy "tenant_read" on "fair" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or shown));`);
    this.addSql(`create policy "tenant_insert" on "fair" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "fair" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "fair" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "household_visit" enable row level security;`);
    this.addSql(`alter table "household_visit" force row level security;`);
    this.addSql(`create policy "tenant_read" on "household_visit" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "household_visit" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "household_visit" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "household_visit" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "household_visit" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "letter" enable row level security;`);
    this.addSql(`alter table "letter" force row level security;`);
    this.addSql(`create policy "tenant_read" on "letter" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "letter" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "letter" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "letter" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "mail_refusal" enable row level security;`);
    this.addSql(`alter table "mail_refusal" force row level security;`);
    this.addSql(`create policy "tenant_read" on "mail_refusal" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "mail_refusal" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "mail_refusal" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "mail_refusal" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "press_document" add constraint "press_document_size_check" check (octet_length(content) between 1 and 10000000);`);
    this.addSql(`create or replace function "press_document_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "press_document" for each STATEMENT execute function "press_document_announce_change_fn"();`);
    this.addSql(`alter table "press_document" enable row level security;`);
    this.addSql(`alter table "press_document" force row level security;`);
    this.addSql(`create policy "tenant_read" on "press_document" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or shown));`);
    this.addSql(`create policy "tenant_insert" on "press_document" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "press_document" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "press_document" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "promotion_link" add constraint "promotion_link_code_check" check (code ~ '^[a-z0-9-]{2,40}\$');`);
    this.addSql(`alter table "promotion_link" enable row level security;`);
    this.addSql(`alter table "promotion_link" force row level security;`);
    this.addSql(`create policy "tenant_read" on "promotion_link" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "tenant_insert" on "promotion_link" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "promotion_link" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "promotion_link" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "promotion_message" enable row level security;`);
    this.addSql(`alter table "promotion_message" force row level security;`);
    this.addSql(`create policy "tenant_read" on "promotion_message" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "promotion_message" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "promotion_message" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "promotion_message" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "prospect_consent" enable row level security;`);
    this.addSql(`alter table "prospect_consent" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_consent" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_consent" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_consent" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_consent" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "prospect_consent" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "prospect_consent" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "prospect_consent" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "prospect_contact" enable row level security;`);
    this.addSql(`alter table "prospect_contact" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_contact" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_contact" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_contact" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "prospect_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "prospect_contact" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "prospect_event" enable row level security;`);
    this.addSql(`alter table "prospect_event" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_event" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_event" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_event" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_insert" on "prospect_event" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "prospect_file" add constraint "prospect_file_size_check" check (octet_length(content) between 1 and 5000000);`);
    this.addSql(`alter table "prospect_file" enable row level security;`);
    this.addSql(`alter table "prospect_file" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_file" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_file" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_file" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_file" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "prospect_import" enable row level security;`);
    this.addSql(`alter table "prospect_import" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_import" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_import" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_import" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_import" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "prospect_merge" enable row level security;`);
    this.addSql(`alter table "prospect_merge" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_merge" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_merge" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_merge" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_merge" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "prospect_pair" add constraint "prospect_pair_order_check" check (first_id < second_id);`);
    this.addSql(`alter table "prospect_pair" enable row level security;`);
    this.addSql(`alter table "prospect_pair" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_pair" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_pair" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_pair" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_pair" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "prospect_touch" enable row level security;`);
    this.addSql(`alter table "prospect_touch" force row level security;`);
    this.addSql(`create policy "tenant_read" on "prospect_touch" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "prospect_touch" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "prospect_touch" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "prospect_touch" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "registration_event" enable row level security;`);
    this.addSql(`alter table "registration_event" force row level security;`);
    this.addSql(`create policy "tenant_read" on "registration_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "registration_event" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "registration_event" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "registration_event" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "registration_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "registration_event" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "survey_answer" add constraint "survey_answer_rating_check" check (rating between 1 and 5);`);
    this.addSql(`alter table "survey_answer" enable row level security;`);
    this.addSql(`alter table "survey_answer" force row level security;`);
    this.addSql(`create policy "tenant_read" on "survey_answer" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "survey_answer" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "survey_answer" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "survey_answer" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "survey_answer" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "survey_answer" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "survey_answer" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "territory_card" enable row level security;`);
    this.addSql(`alter table "territory_card" force row level security;`);
    this.addSql(`create policy "tenant_read" on "territory_card" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "territory_card" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_update" on "territory_card" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR') with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "tenant_delete" on "territory_card" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "attendance" cascade;`);
    this.addSql(`drop table if exists "audience" cascade;`);
    this.addSql(`drop table if exists "campaign" cascade;`);
    this.addSql(`drop table if exists "daily_run" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "fair";`);
    this.addSql(`drop function if exists "fair_announce_change_fn"();`);
    this.addSql(`drop table if exists "fair" cascade;`);
    this.addSql(`drop table if exists "household_visit" cascade;`);
    this.addSql(`drop table if exists "letter" cascade;`);
    this.addSql(`drop table if exists "mail_refusal" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "press_document";`);
    this.addSql(`drop function if exists "press_document_announce_change_fn"();`);
    this.addSql(`drop table if exists "press_document" cascade;`);
    this.addSql(`drop table if exists "promotion_link" cascade;`);
    this.addSql(`drop table if exists "promotion_message" cascade;`);
    this.addSql(`drop table if exists "prospect_consent" cascade;`);
    this.addSql(`drop table if exists "prospect_contact" cascade;`);
    this.addSql(`drop table if exists "prospect_event" cascade;`);
    this.addSql(`drop table if exists "prospect_file" cascade;`);
    this.addSql(`drop table if exists "prospect_import" cascade;`);
    this.addSql(`drop table if exists "prospect_merge" cascade;`);
    this.addSql(`drop table if exists "prospect_pair" cascade;`);
    this.addSql(`drop table if exists "prospect_touch" cascade;`);
    this.addSql(`drop table if exists "registration_event" cascade;`);
    this.addSql(`drop table if exists "survey_answer" cascade;`);
    this.addSql(`drop table if exists "territory_card" cascade;`);

    this.addSql(`drop policy "tenant_read" on "prospect";`);
    this.addSql(`drop policy "own_select" on "prospect";`);
    this.addSql(`drop policy "own_update" on "prospect";`);

    this.addSql(`drop policy "tenant_read" on "registration";`);
    this.addSql(`drop policy "own_select" on "registration";`);
    this.addSql(`drop policy "own_update" on "registration";`);

    this.addSql(`alter table "discovery_session" drop constraint "discovery_session_offer_check";`);
    this.addSql(`alter table "discovery_session" drop column "meeting_place", drop column "lodging", drop column "meals", drop column "childcare", drop column "car_sharing", drop column "registration_closes_at", drop column "offer_hours", drop column "cancel_reason", drop column "published_at", drop column "cancelled_at", drop column "revision", drop column "updated_at";`);

    this.addSql(`drop index "prospect_territory_id_stage_first_contact_on_index";`);
    this.addSql(`alter table "prospect" drop constraint "prospect_territory_id_capture_key_unique";`);
    this.addSql(`alter table "prospect" drop column "capture_key", drop column "project", drop column "activity", drop column "needed_speed", drop column "needed_services", drop column "housing", drop column "premises", drop column "wished_communes", drop column "horizon", drop column "owner_id", drop column "next_action", drop column "next_action_on", drop column "lost_reason", drop column "lost_at", drop column "last_contact_at", drop column "retention_warned_at", drop column "anonymised_at", drop column "version", drop column "created_at";`);
    this.addSql(`create policy "tenant_read" on "prospect" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`drop index "registration_territory_id_email_key_index";`);
    this.addSql(`alter table "registration" drop constraint "registration_territory_id_idempotency_key_unique";`);
    this.addSql(`alter table "registration" drop constraint "registration_offer_check";`);
    this.addSql(`alter table "registration" drop column "idempotency_key", drop column "contact_name", drop column "email", drop column "email_key", drop column "phone", drop column "project", drop column "locale", drop column "needs", drop column "offered_at", drop column "offer_expires_at", drop column "cancelled_at", drop column "checked_in_at", drop column "updated_at";`);
    this.addSql(`create policy "tenant_read" on "registration" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`drop type "promotion_channel";`);
  }

}
