import { Migration } from '@mikro-orm/migrations';

export class Migration20261123085838_former_communes extends Migration {

  override name = 'Migration20261123085838_former_communes';

  override up(): void | Promise<void> {
    this.addSql(`create table "former_commune" ("code" text not null, "current_code" text not null, "since" date not null, "source_id" text not null, primary key ("code"));`);
    this.addSql(`comment on column "former_commune"."since" is 'day of the last movement that led there';`);
    this.addSql('grant select on former_commune to ancrage_territory_app;');
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "former_commune" cascade;`);
  }

}
