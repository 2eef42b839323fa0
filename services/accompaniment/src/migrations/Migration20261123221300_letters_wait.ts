import { closingFunctions } from '@ancrage/tenant/closing-functions';
import { Migration } from '@mikro-orm/migrations';

/** Keeps the letters of a suspended territory back, and the clock of its offers where it was. */
export class Migration20261123221300_letters_wait extends Migration {
  override name = 'Migration20261123221300_letters_wait';

  override up(): void {
    this.addSql('alter table "territory_card" add "closed_since" timestamptz null;');
    this.addSql(
      `comment on column "territory_card"."closed_since" is 'suspended since: nobody is written to, and terms stand still';`,
    );
    // No offer lasts longer than its session takes registrations.
    const offers = `update registration r set updated_at = now(), offer_expires_at =
        greatest(r.offer_expires_at, least(r.offer_expires_at + closed, s.starts_at, coalesce(s.registration_closes_at, s.starts_at)))
      from discovery_session s
      where s.id = r.session_id and r.territory_id = asked and r.status = 'OFFERED' and r.offer_expires_at > since`;
    for (const statement of closingFunctions('accompaniment', [offers])) this.addSql(statement);
    this.addSql('grant select (closed_since) on territory_card to ancrage_accompaniment_figures');
    this.addSql(NEXT_END("and not exists (select from territory_card c where c.territory_id = r.territory_id and c.closed_since is not null)"));
  }

  override down(): void {
    this.addSql(NEXT_END(''));
    this.addSql('drop function open_territory(uuid); drop function close_territory(uuid, text, text)');
    this.addSql('alter table "territory_card" drop column "closed_since";');
  }
}

// Whom a function belongs to alone may replace it.
const NEXT_END = (condition: string) => `
  set local role ancrage_accompaniment_figures;
  create or replace function next_offer_end() returns table (territory_id uuid, ends_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select r.territory_id, min(r.offer_expires_at) from registration r
     where r.status = 'OFFERED' ${condition} group by r.territory_id;
  end;
  reset role`;
