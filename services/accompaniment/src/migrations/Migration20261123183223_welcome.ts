import { Migration } from '@mikro-orm/migrations';

export class Migration20261123183223_welcome extends Migration {

  override name = 'Migration20261123183223_welcome';

  override up(): void | Promise<void> {
    this.addSql(`create type "step_status" as enum ('TODO', 'DONE', 'SKIPPED');`);
    this.addSql(`create type "sponsorship_status" as enum ('PROPOSED', 'ACCEPTED', 'DECLINED', 'ACTIVE', 'ENDED');`);
    this.addSql(`create type "protocol_status" as enum ('DRAFT', 'PUBLISHED', 'RETIRED');`);
    this.addSql(`create table "absence" ("id" uuid not null, "territory_id" uuid not null, "member_id" text not null, "member_name" text not null, "stand_in_id" text not null, "stand_in_name" text not null, "first_day" date not null, "last_day" date not null, primary key ("id"));`);
    this.addSql(`comment on column "absence"."member_id" is 'account';`);
    this.addSql(`comment on column "absence"."stand_in_id" is 'account';`);
    this.addSql(`create index "absence_territory_id_index" on "absence" ("territory_id");`);

    this.addSql(`create table "follow_up" ("id" uuid not null, "territory_id" uuid not null, "installation_id" uuid not null, "prospect_id" uuid not null, "months" int not null, "due_on" date not null, "answered_at" timestamptz null, "answered_by" text null, "still_here" boolean null, "jobs" int null, "rating" int null, "words" text null, "reminded_at" timestamptz null, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "follow_up"."answered_by" is 'account of the member, or household';`);
    this.addSql(`comment on column "follow_up"."jobs" is 'jobs that they hold or made here';`);
    this.addSql(`comment on column "follow_up"."rating" is '1 to 5';`);
    this.addSql(`create index "follow_up_prospect_id_index" on "follow_up" ("prospect_id");`);
    this.addSql(`alter table "follow_up" add constraint "follow_up_installation_id_months_unique" unique ("installation_id", "months");`);

    this.addSql(`create table "household_message" ("id" uuid not null, "territory_id" uuid not null, "prospect_id" uuid not null, "from_household" boolean not null, "author" text not null, "body" text not null, "sent_at" timestamptz not null default now(), "read_at" timestamptz null, primary key ("id"));`);
    this.addSql(`comment on column "household_message"."author" is 'name of who wrote it';`);
    this.addSql(`create index "household_message_prospect_id_sent_at_index" on "household_message" ("prospect_id", "sent_at");`);

    this.addSql(`create table "indicator_snapshot" ("id" uuid not null, "territory_id" uuid not null, "slug" text not null, "title" text not null, "first_day" date not null, "last_day" date not null, "figures" jsonb not null, "comment" text null, "taken_at" timestamptz not null default now(), "taken_by" text not null, "published_at" timestamptz null, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "indicator_snapshot"."figures" is 'figures with their definitions, exact: whoever reads them suppresses';`);
    this.addSql(`comment on column "indicator_snapshot"."comment" is 'what the territory says about them';`);
    this.addSql(`comment on column "indicator_snapshot"."taken_by" is 'account of the member';`);
    this.addSql(`alter table "indicator_snapshot" add constraint "indicator_snapshot_territory_id_slug_unique" unique ("territory_id", "slug");`);

    this.addSql(`create table "installation_step" ("id" uuid not null, "territory_id" uuid not null, "installation_id" uuid not null, "prospect_id" uuid not null, "key" text not null, "position" int not null, "title" text not null, "description" text not null default '', "public_words" text not null default '', "phase" text not null, "owner" text not null, "actor_id" uuid null, "actor_name" text null, "assignee_id" text null, "assignee_name" text null, "stands_in_for" text null, "after" text[] not null default '{}', "due_on" date null, "status" "step_status" not null default 'TODO', "settled_at" timestamptz null, "settled_by" text null, "note" text null, "documents" jsonb not null, "reminded_at" timestamptz null, "version" int not null default 1, primary key ("id"));`);
    this.addSql(`comment on column "installation_step"."key" is 'key of the step in the protocol; own ones begin with own-';`);
    this.addSql(`comment on column "installation_step"."public_words" is 'what the household reads; empty keeps it to the team';`);
    this.addSql(`comment on column "installation_step"."phase" is 'a StepPhase';`);
    this.addSql(`comment on column "installation_step"."owner" is 'a StepOwner';`);
    this.addSql(`comment on column "installation_step"."actor_id" is 'NetworkActor of the directory subgraph';`);
    this.addSql(`comment on column "installation_step"."assignee_id" is 'account of the member who does it';`);
    this.addSql(`comment on column "installation_step"."assignee_name" is 'name of the member when it was given to them';`);
    this.addSql(`comment on column "installation_step"."stands_in_for" is 'whose it was before an absence';`);
    this.addSql(`comment on column "installation_step"."after" is 'keys of the steps before it';`);
    this.addSql(`comment on column "installation_step"."due_on" is 'unknown while what it is counted from has no date';`);
    this.addSql(`comment on column "installation_step"."settled_by" is 'account, household or name of who did it';`);
    this.addSql(`comment on column "installation_step"."documents" is 'StepDocument[]';`);
    this.addSql(`comment on column "installation_step"."version" is 'grows at each change: who changes says which one was read';`);
    this.addSql(`create index "installation_step_prospect_id_index" on "installation_step" ("prospect_id");`);
    this.addSql(`create index "installation_step_territory_id_status_due_on_index" on "installation_step" ("territory_id", "status", "due_on");`);
    this.addSql(`alter table "installation_step" add constraint "installation_step_installation_id_key_unique" unique ("installation_id", "key");`);

    this.addSql(`create table "person_request" ("id" uuid not null, "territory_id" uuid not null, "kind" text not null, "subject_key" text not null, "subject" jsonb null, "asked_by" text not null, "asked_at" timestamptz not null default now(), "answers" jsonb not null, "result" jsonb null, "next_try_at" timestamptz null, "finished_at" timestamptz null, primary key ("id"));`);
    this.addSql(`comment on column "person_request"."kind" is 'EXPORT or ERASE';`);
    this.addSql(`comment on column "person_request"."subject_key" is 'by which the same request is recognised: a keyed hash of the address';`);
    this.addSql(`comment on column "person_request"."subject" is 'whom the services look for; gone once all have confirmed';`);
    this.addSql(`comment on column "person_request"."asked_by" is 'account of the member, or HOUSEHOLD';`);
    this.addSql(`comment on column "person_request"."answers" is 'ServiceAnswer by service';`);
    this.addSql(`comment on column "person_request"."result" is 'what an export found; gone a week after';`);
    this.addSql(`comment on column "person_request"."next_try_at" is 'next attempt; null once all have confirmed';`);
    this.addSql(`create index "person_request_next_try_at_index" on "person_request" ("next_try_at");`);
    this.addSql(`create index "person_request_territory_id_asked_at_index" on "person_request" ("territory_id", "asked_at");`);

    this.addSql(`create table "sponsor" ("id" uuid not null, "territory_id" uuid not null, "solo_id" uuid null, "name" text not null, "email" text not null, "email_key" text not null, "phone" text null, "locale" text not null default 'fr', "commune_code" text null, "activity" text null, "languages" text[] not null default '{}', "interests" text[] not null default '{}', "children_birth_years" int[] not null default '{}', "capacity" int not null default 1, "paused_until" date null, "consent_wording" text not null, "consent_version" text not null, "consented_at" timestamptz not null, "left_at" timestamptz null, "version" int not null default 1, "created_at" timestamptz not null default now(), "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "sponsor"."solo_id" is 'Solo of the directory subgraph';`);
    this.addSql(`comment on column "sponsor"."email_key" is 'by which an address is recognised';`);
    this.addSql(`comment on column "sponsor"."locale" is 'language of their letters';`);
    this.addSql(`comment on column "sponsor"."commune_code" is 'INSEE code';`);
    this.addSql(`comment on column "sponsor"."activity" is 'what they live by';`);
    this.addSql(`comment on column "sponsor"."languages" is 'ISO 639-1';`);
    this.addSql(`comment on column "sponsor"."capacity" is 'households at the same time';`);
    this.addSql(`comment on column "sponsor"."paused_until" is 'takes nobody before this day';`);
    this.addSql(`comment on column "sponsor"."consent_wording" is 'the exact wording they agreed to';`);
    this.addSql(`comment on column "sponsor"."left_at" is 'no longer a sponsor';`);
    this.addSql(`comment on column "sponsor"."version" is 'grows at each change: who changes says which one was read';`);
    this.addSql(`create index "sponsor_solo_id_index" on "sponsor" ("solo_id");`);
    this.addSql(`alter table "sponsor" add constraint "sponsor_territory_id_email_key_unique" unique ("territory_id", "email_key");`);

    this.addSql(`create table "sponsorship" ("id" uuid not null, "territory_id" uuid not null, "sponsor_id" uuid not null, "prospect_id" uuid not null, "status" "sponsorship_status" not null default 'PROPOSED', "reasons" jsonb not null, "proposed_by" text not null, "proposed_at" timestamptz not null default now(), "sponsor_accepted_at" timestamptz null, "household_accepted_at" timestamptz null, "ended_by" text null, "ended_at" timestamptz null, "closing_words" text null, "asked_at" timestamptz null, "version" int not null default 1, "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "sponsorship"."reasons" is 'MatchReason[], as they were when it was proposed';`);
    this.addSql(`comment on column "sponsorship"."proposed_by" is 'account of the member';`);
    this.addSql(`comment on column "sponsorship"."ended_by" is 'SPONSOR, HOUSEHOLD or TEAM';`);
    this.addSql(`comment on column "sponsorship"."ended_at" is 'when it was declined or ended';`);
    this.addSql(`comment on column "sponsorship"."asked_at" is 'when they were last asked how it goes';`);
    this.addSql(`comment on column "sponsorship"."version" is 'grows at each change: who changes says which one was read';`);
    this.addSql(`create index "sponsorship_sponsor_id_index" on "sponsorship" ("sponsor_id");`);
    this.addSql(`create index "sponsorship_prospect_id_index" on "sponsorship" ("prospect_id");`);

    this.addSql(`create table "sponsorship_contact" ("id" uuid not null, "territory_id" uuid not null, "sponsorship_id" uuid not null, "sponsor_id" uuid not null, "prospect_id" uuid not null, "by" text not null, "kind" text not null, "day" date not null, "words" text null, "noted_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "sponsorship_contact"."by" is 'SPONSOR, HOUSEHOLD or TEAM';`);
    this.addSql(`comment on column "sponsorship_contact"."kind" is 'CALL, MEETING, MESSAGE or OTHER';`);
    this.addSql(`create index "sponsorship_contact_sponsorship_id_index" on "sponsorship_contact" ("sponsorship_id");`);

    this.addSql(`create table "welcome_protocol" ("id" uuid not null, "territory_id" uuid not null, "number" int not null, "status" "protocol_status" not null default 'DRAFT', "name" text not null, "introduction" text null, "steps" jsonb not null, "origin" text null, "published_at" timestamptz null, "published_by" text null, "version" int not null default 1, "updated_at" timestamptz not null default now(), "demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`comment on column "welcome_protocol"."number" is '1, 2, 3 … within a territory';`);
    this.addSql(`comment on column "welcome_protocol"."introduction" is 'opening words of the public page';`);
    this.addSql(`comment on column "welcome_protocol"."steps" is 'ProtocolStep[], in their order';`);
    this.addSql(`comment on column "welcome_protocol"."origin" is 'model, or the slug of the territory it was copied from';`);
    this.addSql(`comment on column "welcome_protocol"."published_by" is 'account of the member';`);
    this.addSql(`comment on column "welcome_protocol"."version" is 'grows at each change: who changes says which one was read';`);
    this.addSql(`alter table "welcome_protocol" add constraint "welcome_protocol_territory_id_number_unique" unique ("territory_id", "number");`);

    this.addSql(`alter table "installation" add "protocol_id" uuid null, add "started_on" date null, add "expected_on" date null, add "lead_id" text null, add "lead_name" text null, add "evidence" text null, add "evidence_note" text null, add "evidence_file_id" uuid null, add "declared_at" timestamptz null, add "jobs" int null, add "abandon_reason" text null, add "abandon_note" text null, add "version" int not null default 1;`);
    this.addSql(`comment on column "installation"."protocol_id" is 'version of the protocol with which the welcome began';`);
    this.addSql(`comment on column "installation"."started_on" is 'day on which the welcome began';`);
    this.addSql(`comment on column "installation"."expected_on" is 'day on which the household thinks of moving in';`);
    this.addSql(`comment on column "installation"."lead_id" is 'account of the member who leads it';`);
    this.addSql(`comment on column "installation"."evidence" is 'what shows that they live here: one of EvidenceKind';`);
    this.addSql(`comment on column "installation"."evidence_file_id" is 'document of the household';`);
    this.addSql(`comment on column "installation"."jobs" is 'jobs that came or were made; null while nobody said';`);
    this.addSql(`comment on column "installation"."abandon_reason" is 'one of AbandonReason';`);
    this.addSql(`comment on column "installation"."version" is 'grows at each change: who changes says which one was read';`);
    this.addSql(`create policy "own_select" on "installation" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "prospect_file" add "shared" boolean not null default false, add "step_id" uuid null, add "document_key" text null;`);
    this.addSql(`comment on column "prospect_file"."shared" is 'true when the household reads it too';`);
    this.addSql(`comment on column "prospect_file"."step_id" is 'step of its welcome that it was brought for';`);
    this.addSql(`comment on column "prospect_file"."document_key" is 'key of the document that the step asks for';`);
    this.addSql(`comment on column "prospect_file"."added_by" is 'account of the member, or household';`);
    this.addSql(`create policy "own_select" on "prospect_file" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true) and shared);`);
    this.addSql(`create policy "own_insert" on "prospect_file" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true) and shared);`);

    this.addSql(`alter table "absence" add constraint "absence_stand_in_check" check (stand_in_id <> member_id);`);
    this.addSql(`alter table "absence" add constraint "absence_days_check" check (last_day >= first_day);`);
    this.addSql(`alter table "absence" enable row level security;`);
    this.addSql(`alter table "absence" force row level security;`);
    this.addSql(`create policy "tenant_read" on "absence" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "absence" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "absence" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "absence" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "follow_up" add constraint "follow_up_rating_check" check (rating between 1 and 5);`);
    this.addSql(`alter table "follow_up" add constraint "follow_up_months_check" check (months in (6, 12));`);
    this.addSql(`alter table "follow_up" enable row level security;`);
    this.addSql(`alter table "follow_up" force row level security;`);
    this.addSql(`create policy "tenant_read" on "follow_up" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "follow_up" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "follow_up" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "follow_up" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "follow_up" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "follow_up" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "household_message" add constraint "household_message_body_check" check (length(body) between 1 and 4000);`);
    this.addSql(`alter table "household_message" enable row level security;`);
    this.addSql(`alter table "household_message" force row level security;`);
    this.addSql(`create policy "tenant_read" on "household_message" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "household_message" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "household_message" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "household_message" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "own_select" on "household_message" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "household_message" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "household_message" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "indicator_snapshot" add constraint "indicator_snapshot_days_check" check (last_day >= first_day);`);
    this.addSql(`alter table "indicator_snapshot" enable row level security;`);
    this.addSql(`alter table "indicator_snapshot" force row level security;`);
    this.addSql(`create policy "tenant_read" on "indicator_snapshot" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (published_at is not null or coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "indicator_snapshot" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "indicator_snapshot" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "indicator_snapshot" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "installation_step" add constraint "installation_step_done_check" check ((status = 'TODO') = (settled_at is null));`);
    this.addSql(`alter table "installation_step" enable row level security;`);
    this.addSql(`alter table "installation_step" force row level security;`);
    this.addSql(`create policy "tenant_read" on "installation_step" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "installation_step" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR'));`);
    this.addSql(`create policy "tenant_update" on "installation_step" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR'));`);
    this.addSql(`create policy "tenant_delete" on "installation_step" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR'));`);
    this.addSql(`create policy "own_select" on "installation_step" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "installation_step" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "person_request" enable row level security;`);
    this.addSql(`alter table "person_request" force row level security;`);
    this.addSql(`create policy "tenant_read" on "person_request" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "person_request" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "person_request" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "person_request" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "sponsor" add constraint "sponsor_capacity_check" check (capacity between 0 and 20);`);
    this.addSql(`alter table "sponsor" enable row level security;`);
    this.addSql(`alter table "sponsor" force row level security;`);
    this.addSql(`create policy "tenant_read" on "sponsor" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "sponsor" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "sponsor" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "sponsor" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "sponsor_select" on "sponsor" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "sponsor_update" on "sponsor" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "sponsorship" enable row level security;`);
    this.addSql(`alter table "sponsorship" force row level security;`);
    this.addSql(`create policy "tenant_read" on "sponsorship" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "sponsorship" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "sponsorship" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "sponsorship" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "sponsor_select" on "sponsorship" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || sponsor_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "sponsor_update" on "sponsorship" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || sponsor_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || sponsor_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_select" on "sponsorship" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_update" on "sponsorship" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "sponsorship_contact" enable row level security;`);
    this.addSql(`alter table "sponsorship_contact" force row level security;`);
    this.addSql(`create policy "tenant_read" on "sponsorship_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "sponsorship_contact" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "sponsorship_contact" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "sponsorship_contact" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "sponsor_select" on "sponsorship_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || sponsor_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "sponsor_insert" on "sponsorship_contact" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'sponsor:' || sponsor_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_select" on "sponsorship_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "own_insert" on "sponsorship_contact" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and 'household:' || prospect_id = current_setting('app.user_id', true));`);

    this.addSql(`alter table "welcome_protocol" add constraint "welcome_protocol_published_check" check ((status = 'DRAFT') = (published_at is null));`);
    this.addSql(`create or replace function "welcome_protocol_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "welcome_protocol" for each STATEMENT execute function "welcome_protocol_announce_change_fn"();`);
    this.addSql(`alter table "welcome_protocol" enable row level security;`);
    this.addSql(`alter table "welcome_protocol" force row level security;`);
    this.addSql(`create policy "tenant_read" on "welcome_protocol" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (status = 'PUBLISHED' or coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "welcome_protocol" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "welcome_protocol" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "welcome_protocol" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "absence" cascade;`);
    this.addSql(`drop table if exists "follow_up" cascade;`);
    this.addSql(`drop table if exists "household_message" cascade;`);
    this.addSql(`drop table if exists "indicator_snapshot" cascade;`);
    this.addSql(`drop table if exists "installation_step" cascade;`);
    this.addSql(`drop table if exists "person_request" cascade;`);
    this.addSql(`drop table if exists "sponsor" cascade;`);
    this.addSql(`drop table if exists "sponsorship" cascade;`);
    this.addSql(`drop table if exists "sponsorship_contact" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "welcome_protocol";`);
    this.addSql(`drop function if exists "welcome_protocol_announce_change_fn"();`);
    this.addSql(`drop table if exists "welcome_protocol" cascade;`);

    this.addSql(`drop policy "own_select" on "installation";`);

    this.addSql(`drop policy "own_select" on "prospect_file";`);
    this.addSql(`drop policy "own_insert" on "prospect_file";`);

    this.addSql(`alter table "installation" drop column "protocol_id", drop column "started_on", drop column "expected_on", drop column "lead_id", drop column "lead_name", drop column "evidence", drop column "evidence_note", drop column "evidence_file_id", drop column "declared_at", drop column "jobs", drop column "abandon_reason", drop column "abandon_note", drop column "version";`);

    this.addSql(`alter table "prospect_file" drop column "shared", drop column "step_id", drop column "document_key";`);
    this.addSql(`comment on column "prospect_file"."added_by" is 'account of the member';`);

    this.addSql(`drop type "step_status";`);
    this.addSql(`drop type "sponsorship_status";`);
    this.addSql(`drop type "protocol_status";`);
  }

}
