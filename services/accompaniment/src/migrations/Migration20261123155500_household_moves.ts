import { Migration } from '@mikro-orm/migrations';

/**
 * Two records of one household become one, and a household that is forgotten leaves a row that counts: what is only ever
 * added to, or declared on evidence, then belongs to another row. Nothing else of it may be changed.
 */
export class Migration20261123155500_household_moves extends Migration {
  override name = 'Migration20261123155500_household_moves';

  override up(): void {
    this.addSql(`
      grant update (prospect_id) on installation to ancrage_accompaniment_app;
      grant update (prospect_id) on registration_event to ancrage_accompaniment_app;
    `);
  }

  override down(): void {
    this.addSql(`
      revoke update (prospect_id) on installation from ancrage_accompaniment_app;
      revoke update (prospect_id) on registration_event from ancrage_accompaniment_app;
    `);
  }
}
