import { Migration } from '@mikro-orm/migrations';

/**
 * Nobody is published without a consent that holds. A solo refers to its consent together with `holds`, so the
 * foreign key itself refuses a withdrawn one, or somebody else's.
 */
export class Migration20261123060600_publication extends Migration {
  override name = 'Migration20261123060600_publication';

  override up(): void {
    this.addSql(`
      alter table solo add unique (id, territory_id);
      alter table consent
        add unique (id, solo_id, holds),
        add foreign key (solo_id, territory_id) references solo (id, territory_id) on delete cascade;
      alter table solo
        add column consent_must_hold boolean generated always as (true) stored,
        add foreign key (consent_id, id, consent_must_hold) references consent (id, solo_id, holds);
    `);
    // Whoever withdraws a consent withdraws the solo; were that hidden from them, the foreign key would refuse.
    this.addSql(`
      create function keep_consent() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if old.withdrawn_at is not null
          or (new.id, new.territory_id, new.solo_id, new.wording, new.version, new.channel, new.given_at)
            is distinct from
            (old.id, old.territory_id, old.solo_id, old.wording, old.version, old.channel, old.given_at)
        then
          raise exception 'A consent is kept as it was given; it can only be withdrawn, once.'
            using errcode = 'restrict_violation';
        end if;
        if new.withdrawn_at is not null then
          update solo set status = 'WITHDRAWN', withdrawn_at = new.withdrawn_at, consent_id = null
           where consent_id = new.id;
        end if;
        return new;
      end $$;
      create trigger keep_consent before update on consent for each row execute function keep_consent();
    `);
  }
}
