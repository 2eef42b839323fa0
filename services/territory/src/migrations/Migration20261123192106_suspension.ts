import { Migration } from '@mikro-orm/migrations';

export class Migration20261123192106_suspension extends Migration {

  override name = 'Migration20261123192106_suspension';

  override up(): void | Promise<void> {
    this.addSql(`create policy "operator_delete" on "fact_event" for delete to "ancrage_territory_owner" using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR' and current_setting('app.erasing', true) = 'yes');`);

    this.addSql(`create policy "operator_read" on "saved_view" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);
    this.addSql(`create policy "operator_delete" on "saved_view" for delete to "ancrage_territory_owner" using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'OPERATOR');`);

    this.addSql(`alter type "territory_status" add value if not exists 'DELETING' after 'SUSPENDED';`);
    this.addSql(`alter table "territory" add "suspension" jsonb null;`);
    this.addSql(`comment on column "territory"."suspension" is 'reason and since, while it is not ACTIVE';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "operator_delete" on "fact_event";`);

    this.addSql(`drop policy "operator_read" on "saved_view";`);
    this.addSql(`drop policy "operator_delete" on "saved_view";`);

    this.addSql(`alter table "territory" drop column "suspension";`);
  }

}
