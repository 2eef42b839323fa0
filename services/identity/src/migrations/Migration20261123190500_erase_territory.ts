import { ERASES_ACCOUNTS, eraseFunction } from '@ancrage/tenant/erase-function';
import { Migration } from '@mikro-orm/migrations';

/** Lets an operator take away who belongs to a territory: memberships, keys, accounts without another right. */
export class Migration20261123190500_erase_territory extends Migration {
  override name = 'Migration20261123190500_erase_territory';

  override up(): void {
    for (const statement of eraseFunction('identity', ERASES_ACCOUNTS)) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop function erase_territory(uuid)');
  }
}
