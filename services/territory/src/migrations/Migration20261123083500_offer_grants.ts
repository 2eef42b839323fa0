import { Migration } from '@mikro-orm/migrations';

/** What the service may do with the tables of the offer; the history of facts can only grow. */
export class Migration20261123083500_offer_grants extends Migration {
  override name = 'Migration20261123083500_offer_grants';

  override up(): void {
    this.addSql(
      `grant select, insert, update, delete on offer_statement, verification, conflict_decision, correction,
        verification_campaign, campaign_invitation, premises, premises_photo, facility_enrolment, saved_view, import_run
        to ancrage_territory_app;`,
    );
    this.addSql('grant select, insert on fact_event to ancrage_territory_app;');
    this.addSql('grant usage on all sequences in schema public to ancrage_territory_app;');
  }

  override down(): void {
    this.addSql(
      `revoke all on offer_statement, verification, conflict_decision, correction, verification_campaign,
        campaign_invitation, premises, premises_photo, facility_enrolment, saved_view, import_run, fact_event
        from ancrage_territory_app;`,
    );
  }
}
