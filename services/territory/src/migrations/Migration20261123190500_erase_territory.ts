import { ERASES_TERRITORY, eraseFunction } from '@ancrage/tenant/erase-function';
import { Migration } from '@mikro-orm/migrations';

/** Lets an operator take a whole territory away, by a function that sees its rows alone. */
export class Migration20261123190500_erase_territory extends Migration {
  override name = 'Migration20261123190500_erase_territory';

  override up(): void {
    for (const statement of eraseFunction('territory', ERASES_TERRITORY)) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop function erase_territory(uuid)');
  }
}
