import { Migration } from '@mikro-orm/migrations';

export class Migration20261124033437_facilities_by_the_million extends Migration {

  override name = 'Migration20261124033437_facilities_by_the_million';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "tenant_insert" on "facility";`);

    this.addSql(`create policy "tenant_insert" on "facility" for insert with check (territory_id = (select nullif(current_setting('app.territory_id', true), '')::uuid) and (select coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "tenant_insert" on "facility";`);

    this.addSql(`create policy "tenant_insert" on "facility" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
  }

}
