import { Migration } from '@mikro-orm/migrations';

export class Migration20261123073343_partial_coverage extends Migration {

  override name = 'Migration20261123073343_partial_coverage';

  override up(): void | Promise<void> {
    this.addSql(`alter table "broadband_coverage" alter column "at_least100" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "at_least1000" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "at_least30" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "at_least8" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "cable" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "copper" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "fibre" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "fixed4g" drop not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "satellite" drop not null;`);
    this.addSql(`comment on column "broadband_coverage"."premises" is 'all premises; the other columns count those eligible, null while unknown';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "broadband_coverage" alter column "at_least8" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "at_least30" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "at_least100" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "at_least1000" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "copper" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "cable" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "fibre" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "fixed4g" set not null;`);
    this.addSql(`alter table "broadband_coverage" alter column "satellite" set not null;`);
    this.addSql(`comment on column "broadband_coverage"."premises" is 'all premises; the other columns count those eligible';`);
  }

}
