import { Migration } from '@mikro-orm/migrations';

/** Says in which territories a request of a person is due for its next attempt: figures alone, nobody is named. */
export class Migration20261123192600_person_requests_due extends Migration {
  override name = 'Migration20261123192600_person_requests_due';

  override up(): void {
    this.addSql(`
      create policy figures_read on person_request for select to ancrage_accompaniment_figures using (true);
      grant select (territory_id, next_try_at) on person_request to ancrage_accompaniment_figures;
      create function person_requests_due() returns table (territory_id uuid, due_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select r.territory_id, min(r.next_try_at) from person_request r
         where r.next_try_at is not null group by r.territory_id;
      end;
      revoke all on function person_requests_due from public;
      grant execute on function person_requests_due to ancrage_accompaniment_app;
      alter function person_requests_due owner to ancrage_accompaniment_figures;
    `);
  }

  override down(): void {
    this.addSql(`
      drop function person_requests_due;
      drop policy figures_read on person_request;
      revoke select (territory_id, next_try_at) on person_request from ancrage_accompaniment_figures;
    `);
  }
}
