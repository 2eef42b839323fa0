import { closingFunctions } from '@ancrage/tenant/closing-functions';
import { Migration } from '@mikro-orm/migrations';

/** Keeps the letters of a suspended territory back, and the clock of its links and yearly questions where it was. */
export class Migration20261123221300_letters_wait extends Migration {
  override name = 'Migration20261123221300_letters_wait';

  override up(): void {
    this.addSql('alter table "territory_card" add "closed_since" timestamptz null;');
    this.addSql(
      `comment on column "territory_card"."closed_since" is 'suspended since: nobody is written to, and terms stand still';`,
    );
    const statements = closingFunctions('directory', [
      `update entry_link set expires_at = expires_at + closed
        where territory_id = asked and used_at is null and expires_at > since`,
      `update solo set reconfirm_by = (reconfirm_by + closed)::date
        where territory_id = asked and reconfirm_by >= (since at time zone 'Europe/Paris')::date`,
    ]);
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop function open_territory(uuid); drop function close_territory(uuid, text, text)');
    this.addSql('alter table "territory_card" drop column "closed_since";');
  }
}
