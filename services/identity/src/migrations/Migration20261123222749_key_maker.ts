import { Migration } from '@mikro-orm/migrations';

/** Keeps who made a key, as long as they have an account. */
export class Migration20261123222749_key_maker extends Migration {
  override name = 'Migration20261123222749_key_maker';

  override up(): void {
    this.addSql(`alter table "api_key" add "created_by_id" uuid null;`);
    this.addSql(
      `alter table "api_key" add constraint "api_key_created_by_id_foreign" foreign key ("created_by_id") references "user_account" ("id") on delete set null;`,
    );
  }

  override down(): void {
    this.addSql(`alter table "api_key" drop column "created_by_id";`);
  }
}
