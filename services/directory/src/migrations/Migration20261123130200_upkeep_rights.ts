import { Migration } from '@mikro-orm/migrations';

/**
 * The service works in one territory at a time; where there is work, two functions say across all of them, and nothing
 * but the territories' uuids leaves them.
 */
export class Migration20261123130200_upkeep_rights extends Migration {
  override name = 'Migration20261123130200_upkeep_rights';

  override up(): void {
    this.addSql(`grant select, insert, update, delete on daily_run, territory_card to ancrage_directory_app`);
    this.addSql(`
      create index letter_waiting_index on letter (territory_id, due_at) where sent_at is null and failed_at is null;
      create policy figures_read on letter for select to ancrage_directory_figures
        using (sent_at is null and failed_at is null);
      grant select (territory_id, sent_at, failed_at, due_at) on letter to ancrage_directory_figures;
      create function letter_territories() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select distinct territory_id from letter
         where sent_at is null and failed_at is null and due_at <= now();
      end;
      revoke all on function letter_territories from public;
      grant execute on function letter_territories to ancrage_directory_app;
      alter function letter_territories owner to ancrage_directory_figures;
    `);
    this.addSql(`
      create policy figures_read on daily_run for select to ancrage_directory_figures using (true);
      create policy figures_read on territory_card for select to ancrage_directory_figures using (true);
      grant select (territory_id) on territory_card to ancrage_directory_figures;
      grant select on daily_run to ancrage_directory_figures;
      create function territories_awaiting(work text, on_day date) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select c.territory_id from territory_card c
         where not exists (
           select from daily_run r where r.territory_id = c.territory_id and r.name = work and r.day >= on_day)
         order by c.territory_id;
      end;
      revoke all on function territories_awaiting from public;
      grant execute on function territories_awaiting to ancrage_directory_app;
      alter function territories_awaiting owner to ancrage_directory_figures;
    `);
  }
}
