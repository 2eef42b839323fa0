import { Migration } from '@mikro-orm/migrations';

export class Migration20261123125016_letter_post extends Migration {

  override name = 'Migration20261123125016_letter_post';

  override up(): void | Promise<void> {
    this.addSql(`alter table "letter" add "sender" text null, add "due_at" timestamptz not null default now(), add "tried_since" timestamptz null;`);
    this.addSql(`comment on column "letter"."sender" is 'name shown before the address that all e-mails come from';`);
    this.addSql(`comment on column "letter"."due_at" is 'when it is tried next';`);
    this.addSql(`comment on column "letter"."tried_since" is 'since when it is tried in vain';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "letter" drop column "sender", drop column "due_at", drop column "tried_since";`);
  }

}
