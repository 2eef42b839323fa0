import { Migration } from '@mikro-orm/migrations';

const OF_SOLO = ['solo_contact', 'solo_event', 'entry_change', 'entry_link', 'solo_photo', 'arrival', 'letter'];
const OF_ACTOR = ['network_contact', 'network_exchange', 'network_offer'];
const CHANGED = [
  ...['solo', 'solo_contact', 'entry_change', 'entry_link', 'solo_photo', 'letter', 'solo_import'],
  ...['solo_merge', 'duplicate_decision', 'arrival', 'network_actor', 'network_contact', 'network_exchange'],
  'network_offer',
];
/** What is only ever added to; rows go with the person that they are about. */
const ADDED = ['solo_event', 'access_record'];

/**
 * What belongs to a solo goes with it. Being published rests on a consent to the web, an arrival on one to the press;
 * both end with their consent, whoever takes it back.
 */
export class Migration20261123122100_directory_bonds extends Migration {
  override name = 'Migration20261123122100_directory_bonds';

  override up(): void {
    for (const table of OF_SOLO) {
      this.addSql(
        `alter table ${table} add foreign key (solo_id, territory_id) references solo (id, territory_id) on delete cascade`,
      );
    }
    this.addSql(`alter table access_record add foreign key (solo_id) references solo (id) on delete set null`);
    this.addSql(`alter table network_actor add unique (id, territory_id)`);
    for (const table of OF_ACTOR) {
      this.addSql(
        `alter table ${table} add foreign key (actor_id, territory_id) references network_actor (id, territory_id) on delete cascade`,
      );
    }
    this.addSql(`
      alter table solo
        drop constraint solo_consent_id_id_consent_must_hold_fkey,
        add column consent_purpose consent_purpose generated always as ('WEB'::consent_purpose) stored;
      alter table consent add unique (id, solo_id, holds, purpose);
      alter table solo
        add foreign key (consent_id, id, consent_must_hold, consent_purpose)
          references consent (id, solo_id, holds, purpose);
      alter table arrival
        add column consent_must_hold boolean generated always as (true) stored,
        add column consent_purpose consent_purpose generated always as ('PRESS'::consent_purpose) stored,
        add foreign key (consent_id, solo_id, consent_must_hold, consent_purpose)
          references consent (id, solo_id, holds, purpose);
      create unique index consent_holding_index on consent (solo_id, purpose) where withdrawn_at is null;
    `);
    this.addSql(`
      create or replace function keep_consent() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if old.withdrawn_at is not null
          or (new.id, new.territory_id, new.solo_id, new.wording, new.version, new.purpose, new.channel, new.given_at,
              new.recorded_by, new.evidence)
            is distinct from
            (old.id, old.territory_id, old.solo_id, old.wording, old.version, old.purpose, old.channel, old.given_at,
              old.recorded_by, old.evidence)
        then
          raise exception 'A consent is kept as it was given; it can only be withdrawn, once.'
            using errcode = 'restrict_violation';
        end if;
        if new.withdrawn_at is not null then
          update solo set status = 'WITHDRAWN', withdrawn_at = new.withdrawn_at, consent_id = null, hidden_because = null,
              status_changed_at = new.withdrawn_at
           where consent_id = new.id;
          update arrival set status = 'WITHDRAWN', consent_id = null, updated_at = now() where consent_id = new.id;
        end if;
        return new;
      end $$;
    `);
    this.addSql(`grant select, insert, update, delete on ${CHANGED.join(', ')} to ancrage_directory_app`);
    // A consent goes with its person, never before.
    this.addSql(`grant select, insert, update on consent to ancrage_directory_app`);
    this.addSql(`grant select, insert on ${ADDED.join(', ')} to ancrage_directory_app`);
  }
}
