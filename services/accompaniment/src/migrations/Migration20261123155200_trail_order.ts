import { Migration } from '@mikro-orm/migrations';

/** The order of the trail is a sequence, which whoever adds to the trail has to draw from. */
export class Migration20261123155200_trail_order extends Migration {
  override name = 'Migration20261123155200_trail_order';

  override up(): void {
    this.addSql('grant usage on sequence registration_event_id_seq to ancrage_accompaniment_app');
  }
}
