import { Migration } from '@mikro-orm/migrations';

/** What goes with a household when it goes. */
const OF_PROSPECT = [
  'prospect_contact',
  'prospect_event',
  'prospect_file',
  'prospect_consent',
  'prospect_touch',
  'letter',
];
const OF_REGISTRATION = ['attendance', 'household_visit', 'survey_answer'];
const CHANGED = [
  ...['prospect', 'registration', 'attendance', 'household_visit', 'survey_answer', 'letter', 'mail_refusal'],
  ...['prospect_contact', 'prospect_event', 'prospect_file', 'prospect_import', 'prospect_merge', 'prospect_pair'],
  ...['prospect_touch', 'audience', 'campaign', 'fair', 'press_document', 'promotion_link', 'promotion_message'],
  ...['daily_run', 'territory_card'],
];
/** The columns of a session that members write; its counters are the database's own. */
const SESSION_COLUMNS = [
  ...['slug', 'title', 'format', 'status', 'summary', 'starts_at', 'ends_at', 'capacity', 'host_commune_code'],
  ...['partner_name', 'programme', 'meeting_place', 'lodging', 'meals', 'childcare', 'car_sharing'],
  ...['registration_closes_at', 'offer_hours', 'cancel_reason', 'published_at', 'cancelled_at', 'revision'],
  ...['updated_at', 'demonstration'],
].join(', ');

/** What belongs to a household goes with it; what counts stays. The service gets the rights that its work needs. */
export class Migration20261123151200_detection_bonds extends Migration {
  override name = 'Migration20261123151200_detection_bonds';

  override up(): void {
    for (const table of OF_PROSPECT) {
      this.addSql(
        `alter table ${table} add foreign key (prospect_id, territory_id) references prospect (id, territory_id) on delete cascade`,
      );
    }
    this.addSql(`
      alter table registration add unique (id, territory_id);
      alter table registration add column arrival_order bigint generated always as identity;
      comment on column registration.arrival_order is 'first come, first served: given under the lock of the session';
      create index registration_waiting_index on registration (session_id, arrival_order) where status = 'WAITLISTED';
      create index registration_offer_index on registration (territory_id, offer_expires_at) where status = 'OFFERED';
    `);
    for (const table of OF_REGISTRATION) {
      this.addSql(
        `alter table ${table} add foreign key (registration_id, territory_id) references registration (id, territory_id) on delete cascade`,
      );
    }
    this.addSql(`
      alter table registration_event
        add foreign key (session_id, territory_id) references discovery_session (id, territory_id) on delete cascade;
      alter table audience add unique (id, territory_id);
      alter table campaign add unique (id, territory_id);
      alter table fair add unique (id, territory_id);
      alter table promotion_link add unique (id, territory_id);
      alter table promotion_message add unique (id, territory_id);
      alter table promotion_message
        add foreign key (audience_id, territory_id) references audience (id, territory_id) on delete cascade;
      alter table campaign
        add foreign key (audience_id, territory_id) references audience (id, territory_id) on delete set null (audience_id),
        add foreign key (message_id, territory_id) references promotion_message (id, territory_id)
          on delete set null (message_id);
      alter table fair
        add foreign key (campaign_id, territory_id) references campaign (id, territory_id) on delete set null (campaign_id);
      alter table promotion_link
        add foreign key (campaign_id, territory_id) references campaign (id, territory_id) on delete set null (campaign_id),
        add foreign key (fair_id, territory_id) references fair (id, territory_id) on delete set null (fair_id);
      alter table prospect_touch
        add foreign key (link_id, territory_id) references promotion_link (id, territory_id) on delete set null (link_id),
        add foreign key (fair_id, territory_id) references fair (id, territory_id) on delete set null (fair_id);
    `);
    this.addSql(`
      create function keep_prospect_consent() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if old.withdrawn_at is not null
          or (new.id, new.territory_id, new.prospect_id, new.purpose, new.wording, new.version, new.channel, new.given_at,
              new.recorded_by)
            is distinct from
            (old.id, old.territory_id, old.prospect_id, old.purpose, old.wording, old.version, old.channel, old.given_at,
              old.recorded_by)
        then
          raise exception 'A consent is kept as it was given; it can only be withdrawn, once.'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger keep_prospect_consent before update on prospect_consent
        for each row execute function keep_prospect_consent();
      create unique index prospect_consent_holding_index on prospect_consent (prospect_id, purpose)
        where withdrawn_at is null;
    `);
    this.addSql(`
      grant select, delete, insert (id, territory_id, ${SESSION_COLUMNS}), update (${SESSION_COLUMNS})
        on discovery_session to ancrage_accompaniment_app;
      grant select, insert, update, delete on ${CHANGED.join(', ')} to ancrage_accompaniment_app;
      grant select on installation to ancrage_accompaniment_app;
      grant select, insert, update on prospect_consent to ancrage_accompaniment_app;
      grant select, insert on registration_event to ancrage_accompaniment_app;
    `);
    this.addSql(`
      create index letter_waiting_index on letter (territory_id, due_at) where sent_at is null and failed_at is null;
      create policy figures_read on letter for select to ancrage_accompaniment_figures
        using (sent_at is null and failed_at is null);
      grant select (territory_id, sent_at, failed_at, due_at) on letter to ancrage_accompaniment_figures;
      create function letter_territories() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select distinct territory_id from letter
         where sent_at is null and failed_at is null and due_at <= now();
      end;
      revoke all on function letter_territories from public;
      grant execute on function letter_territories to ancrage_accompaniment_app;
      alter function letter_territories owner to ancrage_accompaniment_figures;
    `);
    this.addSql(`
      create policy figures_read on daily_run for select to ancrage_accompaniment_figures using (true);
      create policy figures_read on territory_card for select to ancrage_accompaniment_figures using (true);
      grant select (territory_id) on territory_card to ancrage_accompaniment_figures;
      grant select on daily_run to ancrage_accompaniment_figures;
      create function territories_awaiting(work text, on_day date) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select c.territory_id from territory_card c
         where not exists (
           select from daily_run r where r.territory_id = c.territory_id and r.name = work and r.day >= on_day)
         order by c.territory_id;
      end;
      revoke all on function territories_awaiting from public;
      grant execute on function territories_awaiting to ancrage_accompaniment_app;
      alter function territories_awaiting owner to ancrage_accompaniment_figures;
    `);
    // Whoever lets offers expire works in one territory at a time; this says where, and when the next one does.
    this.addSql(`
      grant select (offer_expires_at) on registration to ancrage_accompaniment_figures;
      create function next_offer_end() returns table (territory_id uuid, ends_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select r.territory_id, min(r.offer_expires_at) from registration r
         where r.status = 'OFFERED' group by r.territory_id;
      end;
      revoke all on function next_offer_end from public;
      grant execute on function next_offer_end to ancrage_accompaniment_app;
      alter function next_offer_end owner to ancrage_accompaniment_figures;
    `);
  }
}
