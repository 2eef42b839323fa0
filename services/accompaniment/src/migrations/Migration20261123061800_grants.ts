import { Migration } from '@mikro-orm/migrations';

/** The service reads sessions and changes their capacity. Of households it reads figures alone. */
export class Migration20261123061800_grants extends Migration {
  override name = 'Migration20261123061800_grants';

  override up(): void {
    this.addSql('grant select, update (capacity) on discovery_session to ancrage_accompaniment_app');
  }
}
