import { Migration } from '@mikro-orm/migrations';

export class Migration20261123155301_letters_on_their_way extends Migration {

  override name = 'Migration20261123155301_letters_on_their_way';

  override up(): void | Promise<void> {
    this.addSql(`alter table "territory_card" add "colours" jsonb null, add "sender" jsonb null;`);
    this.addSql(`comment on column "territory_card"."colours" is 'colours of its letters: accent, paper, ink';`);
    this.addSql(`comment on column "territory_card"."sender" is 'as what it writes: name, replyTo, from';`);
    // A letter that comes back names itself and nothing else: this says where it belongs.
    this.addSql(`
      create policy bounces_read on letter for select to ancrage_accompaniment_figures using (true);
      grant select (id) on letter to ancrage_accompaniment_figures;
      create function letter_territory(letter uuid) returns uuid
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select l.territory_id from letter l where l.id = letter_territory.letter;
      end;
      revoke all on function letter_territory from public;
      grant execute on function letter_territory to ancrage_accompaniment_app;
      alter function letter_territory owner to ancrage_accompaniment_figures;
    `);
    // What was known against an address says nothing of another one.
    this.addSql(`
      create function forget_bounce() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        new.bounced_at = null;
        return new;
      end $$;
      create trigger forget_bounce before update of email_key on prospect_contact
        for each row when (new.email_key is distinct from old.email_key) execute function forget_bounce();
    `);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "territory_card" drop column "colours", drop column "sender";`);
  }

}
