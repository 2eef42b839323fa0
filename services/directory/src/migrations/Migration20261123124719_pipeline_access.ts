import { Migration } from '@mikro-orm/migrations';

export class Migration20261123124719_pipeline_access extends Migration {

  override name = 'Migration20261123124719_pipeline_access';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "tenant_read" on "solo_contact";`);

    this.addSql(`drop policy "tenant_read" on "solo_event";`);

    this.addSql(`create policy "tenant_read" on "solo_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`create policy "tenant_read" on "solo_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "tenant_read" on "solo_contact";`);

    this.addSql(`drop policy "tenant_read" on "solo_event";`);

    this.addSql(`create policy "tenant_read" on "solo_contact" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`create policy "tenant_read" on "solo_event" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
  }

}
