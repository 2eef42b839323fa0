import { Migration } from '@mikro-orm/migrations';

export class Migration20261123155417_letter_dress extends Migration {

  override name = 'Migration20261123155417_letter_dress';

  override up(): void | Promise<void> {
    this.addSql(`alter table "letter" add "locale" text not null default 'fr';`);
    this.addSql(`comment on column "letter"."locale" is 'language in which it is written: fr or en';`);

    this.addSql(`alter table "territory_card" add "colours" jsonb null, add "sender" jsonb null;`);
    this.addSql(`comment on column "territory_card"."colours" is 'colours of its letters: accent, paper, ink';`);
    this.addSql(`comment on column "territory_card"."sender" is 'as what it writes: name, replyTo, from';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "letter" drop column "locale";`);

    this.addSql(`alter table "territory_card" drop column "colours", drop column "sender";`);
  }

}
