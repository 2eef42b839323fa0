import { Migration } from '@mikro-orm/migrations';

export class Migration20261123100733_import_runs extends Migration {

  override name = 'Migration20261123100733_import_runs';

  override up(): void | Promise<void> {
    this.addSql(`alter table "import_run" drop column "seen_at";`);
    this.addSql(`alter table "import_run" add "url" text null, add "cancel_asked" boolean not null default false, add "changes" jsonb null, add "examples" jsonb null, add "holder" int not null;`);
    this.addSql(`comment on column "import_run"."url" is 'address that it is fetched from; null: it was sent';`);
    this.addSql(`comment on column "import_run"."cancel_asked" is 'whoever runs it is to stop';`);
    this.addSql(`comment on column "import_run"."changes" is 'by facility type, where the dataset has types';`);
    this.addSql(`comment on column "import_run"."examples" is 'the first rejected rows';`);
    this.addSql(`comment on column "import_run"."holder" is 'the process that has the file: it holds an advisory lock of this number';`);
    this.addSql(`comment on column "import_run"."problem" is 'why it was refused, as the command says it';`);
    this.addSql(`create or replace function "import_run_announce_run_fn"() returns trigger as \$\$ begin perform pg_notify('import_run', new.id::text); return null; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "announce_run" AFTER INSERT OR UPDATE on "import_run" for each ROW execute function "import_run_announce_run_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "announce_run" on "import_run";`);
    this.addSql(`drop function if exists "import_run_announce_run_fn"();`);
    this.addSql(`alter table "import_run" drop column "url", drop column "cancel_asked", drop column "changes", drop column "examples", drop column "holder";`);
    this.addSql(`alter table "import_run" add "seen_at" timestamptz(6) null;`);
    this.addSql(`comment on column "import_run"."seen_at" is 'a running import shows here that it lives';`);
    this.addSql(`comment on column "import_run"."problem" is 'why it was refused, in French';`);
  }

}
