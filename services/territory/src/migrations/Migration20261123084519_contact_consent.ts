import { Migration } from '@mikro-orm/migrations';

export class Migration20261123084519_contact_consent extends Migration {

  override name = 'Migration20261123084519_contact_consent';

  override up(): void | Promise<void> {
    this.addSql(`alter table "premises" add "contact_consent" jsonb null;`);
    this.addSql(`comment on column "premises"."contact_consent" is 'to what the contact agreed, and how';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "premises" drop column "contact_consent";`);
  }

}
