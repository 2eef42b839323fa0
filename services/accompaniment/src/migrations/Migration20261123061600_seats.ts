import { Migration } from '@mikro-orm/migrations';

/**
 * The counters of a session follow its registrations. They change under the lock of the session's row, and its check
 * refuses more taken seats than there are, so a seat is sold once whatever the concurrency.
 */
export class Migration20261123061600_seats extends Migration {
  override name = 'Migration20261123061600_seats';

  override up(): void {
    this.addSql(`
      alter table discovery_session add unique (id, territory_id);
      alter table prospect add unique (id, territory_id);
      alter table registration
        add foreign key (session_id, territory_id) references discovery_session (id, territory_id),
        add foreign key (prospect_id, territory_id) references prospect (id, territory_id);
      alter table installation
        add foreign key (prospect_id, territory_id) references prospect (id, territory_id);
      create unique index registration_once_index on registration (session_id, prospect_id)
        where status <> 'CANCELLED';
    `);
    this.addSql(`
      create function seats_held(status registration_status, adults int, children_birth_years int[]) returns int
        language sql immutable parallel safe
        return case when status in ('CONFIRMED', 'OFFERED', 'ATTENDED', 'NO_SHOW')
                    then adults + cardinality(children_birth_years) else 0 end;
    `);
    // As the owner, because nobody else may write the counters.
    this.addSql(`
      create function count_seats() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op <> 'INSERT' then
          update discovery_session
             set seats_taken = seats_taken - seats_held(old.status, old.adults, old.children_birth_years),
                 waitlist_length = waitlist_length - (old.status = 'WAITLISTED')::int
           where id = old.session_id;
        end if;
        if tg_op <> 'DELETE' then
          update discovery_session
             set seats_taken = seats_taken + seats_held(new.status, new.adults, new.children_birth_years),
                 waitlist_length = waitlist_length + (new.status = 'WAITLISTED')::int
           where id = new.session_id;
        end if;
        if not found then
          raise exception 'The session of a registration is not of the territory that this transaction is about.'
            using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;
      revoke all on function count_seats from public;
      create trigger count_seats after insert or update or delete on registration
        for each row execute function count_seats();
    `);
    this.addSql(`
      create function announce_session() returns trigger language plpgsql as $$
      begin
        perform pg_notify('session_seats', coalesce(new.id, old.id)::text);
        return null;
      end $$;
      create trigger announce_session after insert or update or delete on discovery_session
        for each row execute function announce_session();
    `);
  }
}
