import { Migration } from '@mikro-orm/migrations';

export class Migration20261123123735_entry_locale extends Migration {

  override name = 'Migration20261123123735_entry_locale';

  override up(): void | Promise<void> {
    this.addSql(`alter table "solo_contact" add "locale" text null;`);
    this.addSql(`comment on column "solo_contact"."locale" is 'language in which they last wrote to us, and are written to: fr or en';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "solo_contact" drop column "locale";`);
  }

}
