import { Migration } from '@mikro-orm/migrations';

/** What the service may do with what it keeps of objections, erasures and reasons. */
export class Migration20261123123700_personal_data_grants extends Migration {
  override name = 'Migration20261123123700_personal_data_grants';

  override up(): void {
    this.addSql(`grant select, insert, update, delete on refusal_reason to ancrage_directory_app`);
    // Who objected may join by themselves later on.
    this.addSql(`grant select, insert, delete on objection_key to ancrage_directory_app`);
    this.addSql(`grant select, insert on solo_erasure to ancrage_directory_app`);
    // That a record was looked at stays true when it was merged into another: its id is kept, and says nothing by itself.
    this.addSql(`alter table access_record drop constraint access_record_solo_id_fkey`);
    this.addSql(`create index access_record_solo_ids_index on access_record using gin (solo_ids)`);
  }
}
