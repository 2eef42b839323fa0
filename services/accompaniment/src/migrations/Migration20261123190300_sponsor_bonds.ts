import { Migration } from '@mikro-orm/migrations';

/**
 * A portrait goes with its sponsor. How often a solo was a sponsor is counted by a role that sees neither households nor
 * words.
 */
export class Migration20261123190300_sponsor_bonds extends Migration {
  override name = 'Migration20261123190300_sponsor_bonds';

  override up(): void {
    this.addSql(`
      alter table sponsor_portrait
        add foreign key (sponsor_id, territory_id) references sponsor (id, territory_id) on delete cascade;
      grant select, insert, update, delete on sponsor_portrait to ancrage_accompaniment_app;
      grant select (id, territory_id, solo_id) on sponsor to ancrage_accompaniment_figures;
      grant select (sponsor_id, status, sponsor_accepted_at, household_accepted_at) on sponsorship
        to ancrage_accompaniment_figures;
      create function past_sponsorships(territory uuid, solos uuid[]) returns table (solo_id uuid, past int)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select s.solo_id, count(*)::int
          from sponsor s join sponsorship p on p.sponsor_id = s.id
         where s.territory_id = territory and s.solo_id = any(solos) and p.status = 'ENDED'
           and p.sponsor_accepted_at is not null and p.household_accepted_at is not null
         group by s.solo_id;
      end;
      revoke all on function past_sponsorships from public;
      grant execute on function past_sponsorships to ancrage_accompaniment_app;
      alter function past_sponsorships owner to ancrage_accompaniment_figures;
    `);
  }
}
