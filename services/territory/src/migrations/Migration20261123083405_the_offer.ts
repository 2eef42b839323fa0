import { Migration } from '@mikro-orm/migrations';

export class Migration20261123083405_the_offer extends Migration {

  override name = 'Migration20261123083405_the_offer';

  override up(): void | Promise<void> {
    this.addSql(`create type "correction_origin" as enum ('CAMPAIGN', 'PUBLIC', 'MEMBER');`);
    this.addSql(`create type "correction_status" as enum ('PENDING', 'ACCEPTED', 'REFUSED');`);
    this.addSql(`create type "fact_event_kind" as enum ('VERIFIED', 'CORRECTED', 'REFUSED', 'DECIDED', 'DECISION_WITHDRAWN', 'EXPIRED');`);
    this.addSql(`create type "import_run_status" as enum ('WAITING', 'RUNNING', 'CHECKED', 'DONE', 'REFUSED', 'CANCELLED', 'INTERRUPTED');`);
    this.addSql(`create type "premises_kind" as enum ('COWORKING', 'TELECENTRE', 'OFFICE', 'WORKSHOP', 'HOUSING', 'LAND');`);
    this.addSql(`create type "premises_status" as enum ('DRAFT', 'PUBLISHED', 'ARCHIVED');`);
    this.addSql(`create type "tenure" as enum ('RENT', 'SALE', 'FREE');`);
    this.addSql(`create type "facility_family" as enum ('CHILDHOOD', 'SCHOOL', 'HEALTH', 'SHOPS', 'PUBLIC_SERVICES', 'MOBILITY', 'CULTURE_SPORT', 'WORKPLACES');`);
    this.addSql(`create type "verification_campaign_status" as enum ('DRAFT', 'OPEN', 'CLOSED');`);
    this.addSql(`create table "campaign_invitation" ("id" uuid not null, "territory_id" uuid not null, "campaign_id" uuid not null, "commune_code" text not null, "email" text null, "sent_at" timestamptz null, "send_problem" text null, "opened_at" timestamptz null, "answered_at" timestamptz null, "answered_by" text null, primary key ("id"));`);
    this.addSql(`comment on column "campaign_invitation"."email" is 'address of the town hall or the body that answers';`);
    this.addSql(`comment on column "campaign_invitation"."send_problem" is 'why the e-mail could not be handed over';`);
    this.addSql(`comment on column "campaign_invitation"."answered_by" is 'in whose name, as they wrote it';`);
    this.addSql(`create index "campaign_invitation_campaign_id_index" on "campaign_invitation" ("campaign_id");`);
    this.addSql(`alter table "campaign_invitation" add constraint "campaign_invitation_campaign_id_commune_code_unique" unique ("campaign_id", "commune_code");`);

    this.addSql(`create table "conflict_decision" ("territory_id" uuid not null, "commune_code" text not null, "type_code" text not null, "count" int not null, "considered" jsonb not null, "reason" text not null, "decided_by" text not null, "decided_at" timestamptz not null, primary key ("territory_id", "commune_code", "type_code"));`);
    this.addSql(`comment on column "conflict_decision"."considered" is 'what the sources said when it was decided: count by source';`);

    this.addSql(`create table "correction" ("id" uuid not null, "territory_id" uuid not null, "commune_code" text not null, "type_code" text null, "origin" "correction_origin" not null, "known_count" int null, "proposed_count" int null, "proposed_names" text[] not null default '{}', "note" text not null default '', "sent_by" text null, "invitation_id" uuid null, "status" "correction_status" not null default 'PENDING', "reason" text null, "decided_by" text null, "decided_at" timestamptz null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "correction"."type_code" is 'null: about the sheet as a whole';`);
    this.addSql(`comment on column "correction"."known_count" is 'what was known when it was sent; null: unknown';`);
    this.addSql(`comment on column "correction"."proposed_count" is 'how many there are; null: a remark alone';`);
    this.addSql(`comment on column "correction"."proposed_names" is 'names of what is there';`);
    this.addSql(`comment on column "correction"."sent_by" is 'the body that answers: a town hall; null for visitors';`);
    this.addSql(`create index "correction_territory_id_commune_code_type_code_index" on "correction" ("territory_id", "commune_code", "type_code");`);
    this.addSql(`create index "correction_territory_id_status_created_at_index" on "correction" ("territory_id", "status", "created_at");`);

    this.addSql(`create table "facility_enrolment" ("territory_id" uuid not null, "facility_id" uuid not null, "year" int not null, "commune_code" text not null, "children" int null, "classes" int null, "places" int null, "source_id" text not null, primary key ("territory_id", "facility_id", "year"));`);
    this.addSql(`comment on column "facility_enrolment"."year" is 'in which the school year begins';`);
    this.addSql(`comment on column "facility_enrolment"."children" is 'pupils, or children on the list of a crèche; null: unknown';`);
    this.addSql(`comment on column "facility_enrolment"."places" is 'of a crèche';`);
    this.addSql(`create index "facility_enrolment_territory_id_commune_code_year_index" on "facility_enrolment" ("territory_id", "commune_code", "year");`);

    this.addSql(`create table "fact_event" ("id" bigserial primary key, "territory_id" uuid not null, "commune_code" text not null, "type_code" text not null, "kind" "fact_event_kind" not null, "previous_count" int null, "count" int null, "by" text null, "reason" text null, "at" timestamptz not null default now());`);
    this.addSql(`create index "fact_event_territory_id_commune_code_type_code_at_index" on "fact_event" ("territory_id", "commune_code", "type_code", "at");`);

    this.addSql(`create table "import_run" ("id" uuid not null, "territory_id" uuid not null, "dataset" text not null, "file_name" text not null, "file_size" bigint null, "vintage" text null, "status" "import_run_status" not null, "dry_run" boolean not null, "progress" real null, "counts" jsonb null, "found" jsonb null, "problem" text null, "errors" text null, "asked_by" text not null, "seen_at" timestamptz null, "created_at" timestamptz not null default now(), "ended_at" timestamptz null, primary key ("id"));`);
    this.addSql(`comment on column "import_run"."file_name" is 'as the person called it';`);
    this.addSql(`comment on column "import_run"."file_size" is 'bytes';`);
    this.addSql(`comment on column "import_run"."vintage" is 'edition, when the file does not tell';`);
    this.addSql(`comment on column "import_run"."dry_run" is 'does everything, then undoes it';`);
    this.addSql(`comment on column "import_run"."progress" is '0 to 1; null: unknown';`);
    this.addSql(`comment on column "import_run"."found" is 'layout and edition, as found in the file';`);
    this.addSql(`comment on column "import_run"."problem" is 'why it was refused, in French';`);
    this.addSql(`comment on column "import_run"."errors" is 'rejected rows, as CSV, the first thousands';`);
    this.addSql(`comment on column "import_run"."seen_at" is 'a running import shows here that it lives';`);
    this.addSql(`create index "import_run_territory_id_created_at_index" on "import_run" ("territory_id", "created_at");`);

    this.addSql(`create table "offer_statement" ("territory_id" uuid not null, "source_id" text not null, "commune_code" text not null, "stated_at" timestamptz not null, "vintage" text not null, "counts" jsonb not null, "current" boolean not null default true, primary key ("territory_id", "source_id", "commune_code", "stated_at"));`);
    this.addSql(`comment on column "offer_statement"."stated_at" is 'when the edition was imported';`);
    this.addSql(`comment on column "offer_statement"."vintage" is 'edition, as its producer names it';`);
    this.addSql(`comment on column "offer_statement"."counts" is 'how many, by type code';`);
    this.addSql(`comment on column "offer_statement"."current" is 'the latest of its source';`);
    this.addSql(`create index "offer_statement_territory_id_commune_code_index" on "offer_statement" ("territory_id", "commune_code");`);

    this.addSql(`create table "premises" ("id" uuid not null, "territory_id" uuid not null, "commune_code" text not null, "kind" "premises_kind" not null, "status" "premises_status" not null default 'DRAFT', "title" text not null, "description" text not null default '', "address" text null, "surface" int null, "places" int null, "tenure" "tenure" null, "price_euros" int null, "fibre" boolean null, "available_from" date null, "expires_on" date not null, "contact_name" text null, "contact_email" text null, "contact_phone" text null, "website" text null, "contact_consent_at" timestamptz null, "longitude" double precision null, "latitude" double precision null, "demonstration" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "premises"."surface" is 'square metres';`);
    this.addSql(`comment on column "premises"."places" is 'workplaces, of shared premises';`);
    this.addSql(`comment on column "premises"."price_euros" is 'a month for rent, once for sale';`);
    this.addSql(`comment on column "premises"."fibre" is 'whether fibre is connected; null: unknown';`);
    this.addSql(`comment on column "premises"."available_from" is 'free from; null: not known yet';`);
    this.addSql(`comment on column "premises"."expires_on" is 'last day on which it shows, unless renewed';`);
    this.addSql(`comment on column "premises"."contact_consent_at" is 'when the contact agreed to be shown';`);
    this.addSql(`create index "premises_territory_id_commune_code_index" on "premises" ("territory_id", "commune_code");`);

    this.addSql(`create table "premises_photo" ("id" uuid not null, "territory_id" uuid not null, "premises_id" uuid not null, "place" int not null, "alternative" text not null, "credit" text null, "width" int not null, "height" int not null, "large" bytea not null, "small" bytea not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "premises_photo"."place" is 'place among the photographs, from 0';`);
    this.addSql(`comment on column "premises_photo"."alternative" is 'what it shows, for those who do not see it';`);
    this.addSql(`comment on column "premises_photo"."credit" is 'who is to be named';`);
    this.addSql(`comment on column "premises_photo"."large" is 'WebP, 1600 pixels at most';`);
    this.addSql(`comment on column "premises_photo"."small" is 'WebP, 640 pixels at most';`);
    this.addSql(`create index "premises_photo_premises_id_index" on "premises_photo" ("premises_id");`);

    this.addSql(`create table "saved_view" ("id" uuid not null, "territory_id" uuid not null, "user_id" text not null, "list" text not null, "name" text not null, "search" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "saved_view"."list" is 'path of the list in the workspace';`);
    this.addSql(`comment on column "saved_view"."search" is 'query string that shows it';`);
    this.addSql(`create index "saved_view_territory_id_user_id_list_index" on "saved_view" ("territory_id", "user_id", "list");`);

    this.addSql(`create table "verification" ("territory_id" uuid not null, "commune_code" text not null, "type_code" text not null, "count" int not null, "verified_by" text not null, "verified_at" timestamptz not null, "expires_at" timestamptz not null, "note" text null, primary key ("territory_id", "commune_code", "type_code"));`);
    this.addSql(`comment on column "verification"."count" is 'how many there are; 0: none';`);
    this.addSql(`comment on column "verification"."verified_by" is 'the body that vouches, as the public may read it: a town hall, the territory';`);
    this.addSql(`create index "verification_territory_id_expires_at_index" on "verification" ("territory_id", "expires_at");`);

    this.addSql(`create table "verification_campaign" ("id" uuid not null, "territory_id" uuid not null, "name" text not null, "message" text not null default '', "families" "facility_family"[] not null, "status" "verification_campaign_status" not null default 'DRAFT', "due_on" date not null, "created_by" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`comment on column "verification_campaign"."message" is 'word to the communes, above the form';`);
    this.addSql(`comment on column "verification_campaign"."due_on" is 'last day on which links are answered';`);
    this.addSql(`create index "verification_campaign_territory_id_created_at_index" on "verification_campaign" ("territory_id", "created_at");`);

    this.addSql(`alter table "territory" add "basemap" text not null default 'PLAN_IGN', add "basemap_style" text null, add "verification_months" int not null default 12, add "vitality_thresholds" jsonb not null default '{}';`);
    this.addSql(`comment on column "territory"."basemap" is 'PLAN_IGN, QUIET or CUSTOM: what lies under its maps';`);
    this.addSql(`comment on column "territory"."basemap_style" is 'address of a MapLibre style, for CUSTOM';`);
    this.addSql(`comment on column "territory"."verification_months" is 'how many months a verified fact holds';`);
    this.addSql(`comment on column "territory"."vitality_thresholds" is 'figures under which a class or a crèche is at risk';`);

    this.addSql(`alter table "territory_commune" add "absent_types" text[] not null default '{}', add "conflicting_types" text[] not null default '{}', add "completeness" real not null default 0, add "verified_share" real not null default 0, add "verified_at" timestamptz null, add "verified_by" text null, add "verified_until" timestamptz null;`);
    this.addSql(`comment on column "territory_commune"."absent_types" is 'types of which somebody vouched that there is none, besides those that a source lists completely';`);
    this.addSql(`comment on column "territory_commune"."conflicting_types" is 'types about which sources disagree, undecided';`);
    this.addSql(`comment on column "territory_commune"."completeness" is 'share of the types that matter of which something is known, 0 to 1';`);
    this.addSql(`comment on column "territory_commune"."verified_share" is 'share of the types that matter that are verified, 0 to 1';`);
    this.addSql(`comment on column "territory_commune"."verified_at" is 'when somebody last vouched for its facts';`);
    this.addSql(`comment on column "territory_commune"."verified_until" is 'when the first verified fact expires';`);

    this.addSql(`alter table "campaign_invitation" enable row level security;`);
    this.addSql(`alter table "campaign_invitation" force row level security;`);
    this.addSql(`create policy "tenant_read" on "campaign_invitation" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "campaign_invitation" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "campaign_invitation" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "campaign_invitation" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "conflict_decision" add constraint "conflict_decision_reason_check" check (length(reason) between 1 and 1000);`);
    this.addSql(`alter table "conflict_decision" add constraint "conflict_decision_count_check" check (count between 0 and 1000);`);
    this.addSql(`create or replace function "conflict_decision_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "conflict_decision" for each STATEMENT execute function "conflict_decision_announce_change_fn"();`);
    this.addSql(`alter table "conflict_decision" enable row level security;`);
    this.addSql(`alter table "conflict_decision" force row level security;`);
    this.addSql(`create policy "tenant_read" on "conflict_decision" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "tenant_insert" on "conflict_decision" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "conflict_decision" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "conflict_decision" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "correction" add constraint "correction_decided_check" check ((status = 'PENDING') = (decided_at is null) and (status <> 'REFUSED' or reason is not null));`);
    this.addSql(`alter table "correction" add constraint "correction_note_check" check (length(note) <= 2000);`);
    this.addSql(`alter table "correction" add constraint "correction_count_check" check (proposed_count between 0 and 1000);`);
    this.addSql(`alter table "correction" enable row level security;`);
    this.addSql(`alter table "correction" force row level security;`);
    this.addSql(`create policy "tenant_read" on "correction" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_update" on "correction" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "correction" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "anyone_insert" on "correction" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and status = 'PENDING' and decided_at is null and (origin = 'PUBLIC' or coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`alter table "facility_enrolment" add constraint "facility_enrolment_places_check" check (places between 0 and 20000);`);
    this.addSql(`alter table "facility_enrolment" add constraint "facility_enrolment_classes_check" check (classes between 0 and 1000);`);
    this.addSql(`alter table "facility_enrolment" add constraint "facility_enrolment_children_check" check (children between 0 and 20000);`);
    this.addSql(`create or replace function "facility_enrolment_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "facility_enrolment" for each STATEMENT execute function "facility_enrolment_announce_change_fn"();`);
    this.addSql(`alter table "facility_enrolment" enable row level security;`);
    this.addSql(`alter table "facility_enrolment" force row level security;`);
    this.addSql(`create policy "tenant_read" on "facility_enrolment" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "tenant_insert" on "facility_enrolment" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "facility_enrolment" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "facility_enrolment" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "fact_event" enable row level security;`);
    this.addSql(`alter table "fact_event" force row level security;`);
    this.addSql(`create policy "tenant_read" on "fact_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_insert" on "fact_event" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "import_run" enable row level security;`);
    this.addSql(`alter table "import_run" force row level security;`);
    this.addSql(`create policy "tenant_read" on "import_run" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "import_run" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "import_run" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "import_run" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "offer_statement" enable row level security;`);
    this.addSql(`alter table "offer_statement" force row level security;`);
    this.addSql(`create policy "tenant_read" on "offer_statement" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "tenant_insert" on "offer_statement" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "offer_statement" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "offer_statement" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "figures_read" on "offer_statement" for select to "ancrage_territory_figures" using (true);`);

    this.addSql(`alter table "premises" add constraint "premises_contact_check" check (contact_consent_at is not null or (contact_name is null and contact_email is null and contact_phone is null));`);
    this.addSql(`alter table "premises" add constraint "premises_price_check" check (price_euros between 0 and 100000000);`);
    this.addSql(`alter table "premises" add constraint "premises_surface_check" check (surface between 1 and 10000000);`);
    this.addSql(`alter table "premises" add constraint "premises_description_check" check (length(description) <= 4000);`);
    this.addSql(`alter table "premises" add constraint "premises_title_check" check (length(title) between 1 and 120);`);
    this.addSql(`create or replace function "premises_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "premises" for each STATEMENT execute function "premises_announce_change_fn"();`);
    this.addSql(`alter table "premises" enable row level security;`);
    this.addSql(`alter table "premises" force row level security;`);
    this.addSql(`create policy "tenant_read" on "premises" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (status = 'PUBLISHED' and expires_on >= current_date or coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "premises" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "premises" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "premises" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "premises_photo" add constraint "premises_photo_alternative_check" check (length(alternative) between 1 and 300);`);
    this.addSql(`create or replace function "premises_photo_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "premises_photo" for each STATEMENT execute function "premises_photo_announce_change_fn"();`);
    this.addSql(`alter table "premises_photo" enable row level security;`);
    this.addSql(`alter table "premises_photo" force row level security;`);
    this.addSql(`create policy "tenant_read" on "premises_photo" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR') or exists (select from premises p where p.id = premises_id)));`);
    this.addSql(`create policy "tenant_insert" on "premises_photo" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "premises_photo" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "premises_photo" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "saved_view" add constraint "saved_view_search_check" check (length(search) <= 2000);`);
    this.addSql(`alter table "saved_view" add constraint "saved_view_name_check" check (length(name) between 1 and 80);`);
    this.addSql(`alter table "saved_view" enable row level security;`);
    this.addSql(`alter table "saved_view" force row level security;`);
    this.addSql(`create policy "own" on "saved_view" using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and user_id = current_setting('app.user_id', true) and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and user_id = current_setting('app.user_id', true) and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "verification" add constraint "verification_count_check" check (count between 0 and 1000);`);
    this.addSql(`create or replace function "verification_announce_change_fn"() returns trigger as \$\$ begin perform pg_notify('territory_changed', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "verification" for each STATEMENT execute function "verification_announce_change_fn"();`);
    this.addSql(`alter table "verification" enable row level security;`);
    this.addSql(`alter table "verification" force row level security;`);
    this.addSql(`create policy "tenant_read" on "verification" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);
    this.addSql(`create policy "tenant_insert" on "verification" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "verification" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "verification" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`alter table "verification_campaign" add constraint "verification_campaign_message_check" check (length(message) <= 4000);`);
    this.addSql(`alter table "verification_campaign" add constraint "verification_campaign_name_check" check (length(name) between 1 and 200);`);
    this.addSql(`alter table "verification_campaign" enable row level security;`);
    this.addSql(`alter table "verification_campaign" force row level security;`);
    this.addSql(`create policy "tenant_read" on "verification_campaign" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "verification_campaign" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_update" on "verification_campaign" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_delete" on "verification_campaign" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "campaign_invitation" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "conflict_decision";`);
    this.addSql(`drop function if exists "conflict_decision_announce_change_fn"();`);
    this.addSql(`drop table if exists "conflict_decision" cascade;`);
    this.addSql(`drop table if exists "correction" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "facility_enrolment";`);
    this.addSql(`drop function if exists "facility_enrolment_announce_change_fn"();`);
    this.addSql(`drop table if exists "facility_enrolment" cascade;`);
    this.addSql(`drop table if exists "fact_event" cascade;`);
    this.addSql(`drop table if exists "import_run" cascade;`);
    this.addSql(`drop table if exists "offer_statement" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "premises";`);
    this.addSql(`drop function if exists "premises_announce_change_fn"();`);
    this.addSql(`drop table if exists "premises" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "premises_photo";`);
    this.addSql(`drop function if exists "premises_photo_announce_change_fn"();`);
    this.addSql(`drop table if exists "premises_photo" cascade;`);
    this.addSql(`drop table if exists "saved_view" cascade;`);
    this.addSql(`drop trigger if exists "announce_change" on "verification";`);
    this.addSql(`drop function if exists "verification_announce_change_fn"();`);
    this.addSql(`drop table if exists "verification" cascade;`);
    this.addSql(`drop table if exists "verification_campaign" cascade;`);

    this.addSql(`alter table "territory" drop column "basemap", drop column "basemap_style", drop column "verification_months", drop column "vitality_thresholds";`);

    this.addSql(`alter table "territory_commune" drop column "absent_types", drop column "conflicting_types", drop column "completeness", drop column "verified_share", drop column "verified_at", drop column "verified_by", drop column "verified_until";`);

    this.addSql(`drop type "correction_origin";`);
    this.addSql(`drop type "correction_status";`);
    this.addSql(`drop type "fact_event_kind";`);
    this.addSql(`drop type "import_run_status";`);
    this.addSql(`drop type "premises_kind";`);
    this.addSql(`drop type "premises_status";`);
    this.addSql(`drop type "tenure";`);
    this.addSql(`drop type "facility_family";`);
    this.addSql(`drop type "verification_campaign_status";`);
  }

}
