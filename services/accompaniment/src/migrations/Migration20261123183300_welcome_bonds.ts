import { Migration } from '@mikro-orm/migrations';

const OF_INSTALLATION = ['installation_step', 'follow_up'];
/** What goes with a household when it goes. */
const OF_PROSPECT = ['installation_step', 'follow_up', 'household_message', 'sponsorship'];
const CHANGED = [
  ...['absence', 'follow_up', 'household_message', 'indicator_snapshot', 'installation_step', 'person_request'],
  ...['sponsor', 'sponsorship', 'sponsorship_contact', 'welcome_protocol'],
];
/** What members write of an installation; how many children there are is the database's own. */
const INSTALLATION_COLUMNS = [
  ...['prospect_id', 'status', 'horizon', 'planned_on', 'effective_on', 'abandoned_on', 'commune_code', 'declared_by'],
  ...['adults', 'children_birth_years', 'protocol_id', 'started_on', 'expected_on', 'lead_id', 'lead_name'],
  ...['evidence', 'evidence_note', 'evidence_file_id', 'declared_at', 'jobs', 'abandon_reason', 'abandon_note'],
  ...['version', 'demonstration'],
].join(', ');

/** What belongs to an installation or a household goes with it; what was published stays as it was. */
export class Migration20261123183300_welcome_bonds extends Migration {
  override name = 'Migration20261123183300_welcome_bonds';

  override up(): void {
    this.addSql(`
      alter table installation add unique (id, territory_id);
      alter table installation_step add unique (id, territory_id);
      alter table sponsor add unique (id, territory_id);
      alter table sponsorship add unique (id, territory_id);
      alter table welcome_protocol add unique (id, territory_id);
      create unique index installation_open_index on installation (prospect_id) where status <> 'ABANDONED';
      create unique index sponsorship_open_index on sponsorship (sponsor_id, prospect_id)
        where status in ('PROPOSED', 'ACCEPTED', 'ACTIVE');
      create unique index welcome_protocol_one_draft_index on welcome_protocol (territory_id) where status = 'DRAFT';
      create unique index welcome_protocol_in_force_index on welcome_protocol (territory_id) where status = 'PUBLISHED';
      create unique index person_request_open_index on person_request (territory_id, kind, subject_key)
        where finished_at is null;
      alter table installation
        add foreign key (protocol_id, territory_id) references welcome_protocol (id, territory_id);
      alter table prospect_file add foreign key (step_id, territory_id) references installation_step (id, territory_id)
        on delete set null (step_id);
      alter table sponsorship
        add foreign key (sponsor_id, territory_id) references sponsor (id, territory_id) on delete cascade;
      alter table sponsorship_contact
        add foreign key (sponsorship_id, territory_id) references sponsorship (id, territory_id) on delete cascade;
    `);
    for (const table of OF_INSTALLATION)
      this.addSql(
        `alter table ${table} add foreign key (installation_id, territory_id) references installation (id, territory_id) on delete cascade`,
      );
    for (const table of OF_PROSPECT)
      this.addSql(
        `alter table ${table} add foreign key (prospect_id, territory_id) references prospect (id, territory_id) on delete cascade`,
      );
    this.addSql(`
      create function keep_published_protocol() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if old.status <> 'DRAFT' and (new.territory_id, new.number, new.name, new.introduction, new.steps, new.published_at)
            is distinct from (old.territory_id, old.number, old.name, old.introduction, old.steps, old.published_at)
          or old.status = 'RETIRED' and new.status <> 'RETIRED'
          or old.status = 'PUBLISHED' and new.status = 'DRAFT'
        then
          raise exception 'A published protocol stays as it is: running cases rest on it.'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger keep_published_protocol before update on welcome_protocol
        for each row execute function keep_published_protocol();
    `);
    this.addSql(`
      grant select, insert, update, delete on ${CHANGED.join(', ')} to ancrage_accompaniment_app;
      grant insert (id, territory_id, ${INSTALLATION_COLUMNS}), update (${INSTALLATION_COLUMNS})
        on installation to ancrage_accompaniment_app;
    `);
  }
}
