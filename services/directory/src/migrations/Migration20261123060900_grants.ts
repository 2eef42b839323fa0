import { Migration } from '@mikro-orm/migrations';

/** The service reads solos, and consents for their own people; nothing it does today writes either. */
export class Migration20261123060900_grants extends Migration {
  override name = 'Migration20261123060900_grants';

  override up(): void {
    this.addSql(`grant select on solo, consent to ancrage_directory_app`);
  }
}
