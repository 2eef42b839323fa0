import { Migration } from '@mikro-orm/migrations';

export class Migration20261123155419_mail_sender extends Migration {

  override name = 'Migration20261123155419_mail_sender';

  override up(): void | Promise<void> {
    this.addSql(`alter table "territory" add "mail_sender" jsonb not null default '{}';`);
    this.addSql(`comment on column "territory"."mail_sender" is 'as what it writes e-mails: name, replyTo, from';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "territory" drop column "mail_sender";`);
  }

}
