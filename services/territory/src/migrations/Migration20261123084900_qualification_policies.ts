import { Migration } from '@mikro-orm/migrations';

export class Migration20261123084900_qualification_policies extends Migration {

  override name = 'Migration20261123084900_qualification_policies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "campaign_invitation" add "revoked_at" timestamptz null;`);
    this.addSql(`comment on column "campaign_invitation"."revoked_at" is 'since when its link is dead';`);

    this.addSql(`create policy "answer_update" on "correction" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and status = 'PENDING' and origin = 'CAMPAIGN' and 'invitation:' || invitation_id::text = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and status = 'PENDING' and origin = 'CAMPAIGN' and 'invitation:' || invitation_id::text = current_setting('app.user_id', true));`);
    this.addSql(`create policy "answer_delete" on "correction" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and status = 'PENDING' and origin = 'CAMPAIGN' and 'invitation:' || invitation_id::text = current_setting('app.user_id', true));`);
    this.addSql(`create policy "figures_read" on "correction" for select to "ancrage_territory_figures" using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid);`);

    this.addSql(`drop index "saved_view_territory_id_user_id_list_index";`);
    this.addSql(`alter table "saved_view" add constraint "saved_view_territory_id_user_id_list_name_unique" unique ("territory_id", "user_id", "list", "name");`);

  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "answer_update" on "correction";`);
    this.addSql(`drop policy "answer_delete" on "correction";`);
    this.addSql(`drop policy "figures_read" on "correction";`);


    this.addSql(`alter table "campaign_invitation" drop column "revoked_at";`);

    this.addSql(`alter table "saved_view" drop constraint "saved_view_territory_id_user_id_list_name_unique";`);
    this.addSql(`create index "saved_view_territory_id_user_id_list_index" on "saved_view" ("territory_id", "user_id", "list");`);
  }

}
