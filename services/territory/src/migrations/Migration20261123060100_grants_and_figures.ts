import { Migration } from '@mikro-orm/migrations';

/** What the service may do with each table, and the function by which a region's figures leave their tenants. */
export class Migration20261123060100_grants_and_figures extends Migration {
  override name = 'Migration20261123060100_grants_and_figures';

  override up(): void {
    this.addSql(
      'grant select on region, intercommunality, commune_reference, commune_contour to ancrage_territory_app;',
    );
    this.addSql(
      'grant select, insert, update, delete on source, territory_commune, offer_figures, facility, broadband_coverage to ancrage_territory_app;',
    );
    this.addSql('grant select, update on territory to ancrage_territory_app;');
    this.addSql('grant select on territory_host to ancrage_territory_app;');
    this.addSql('grant select (id, commune_count, status) on territory to ancrage_territory_figures;');
    this.addSql('grant select on offer_figures to ancrage_territory_figures;');
    this.addSql(`
      create function offer_figures_of(ids uuid[])
        returns table (communes int, facilities int, facility_types int, fibre_premises int, premises int, as_of timestamptz)
        language sql stable security definer set search_path = public, pg_temp
        as $$
          select t.commune_count, f.facilities, f.facility_types, f.fibre_premises, f.premises, f.as_of
          from territory t join offer_figures f on f.territory_id = t.id
          where t.id = any(ids) and t.status = 'ACTIVE'
        $$;
      alter function offer_figures_of(uuid[]) owner to ancrage_territory_figures;
      revoke execute on function offer_figures_of(uuid[]) from public;
      grant execute on function offer_figures_of(uuid[]) to ancrage_territory_app;`);
  }

  override down(): void {
    this.addSql('drop function offer_figures_of(uuid[]);');
    this.addSql(
      'revoke all on all tables in schema public from ancrage_territory_app, ancrage_territory_figures;',
    );
  }
}
