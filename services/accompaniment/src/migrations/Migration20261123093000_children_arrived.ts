import { Migration } from '@mikro-orm/migrations';

/**
 * Sums of children by commune and year, for those who may not read a single installation. The figures role now sees in
 * which commune a household settled; nothing else of it.
 */
export class Migration20261123093000_children_arrived extends Migration {
  override name = 'Migration20261123093000_children_arrived';

  override up(): void {
    this.addSql('grant select (commune_code) on installation to ancrage_accompaniment_figures;');
    this.addSql(`
      create function children_arrived(territory uuid)
        returns table (commune_code text, year int, children int, demonstration boolean)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select i.commune_code, extract(year from i.effective_on)::int, sum(i.children)::int, bool_or(i.demonstration)
          from installation i
         where i.territory_id = territory and i.effective_on <= current_date and i.commune_code is not null
         group by 1, 2;
      end;
      revoke all on function children_arrived from public;
      grant execute on function children_arrived to ancrage_accompaniment_app;
      alter function children_arrived owner to ancrage_accompaniment_figures;
    `);
  }

  override down(): void {
    this.addSql('drop function children_arrived;');
    this.addSql('revoke select (commune_code) on installation from ancrage_accompaniment_figures;');
  }
}
