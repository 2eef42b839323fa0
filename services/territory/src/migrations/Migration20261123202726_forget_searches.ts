import { Migration } from '@mikro-orm/migrations';

export class Migration20261123202726_forget_searches extends Migration {

  override name = 'Migration20261123202726_forget_searches';

  override up(): void | Promise<void> {
    this.addSql(`create policy "operator_redact" on "saved_view" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR') with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "operator_redact" on "saved_view";`);
  }

}
