import { Migration } from '@mikro-orm/migrations';

/** The offer's figures say whose they are, and count the qualified communes of all territories in one pass. */
export class Migration20261123190700_offer_by_territory extends Migration {
  override name = 'Migration20261123190700_offer_by_territory';

  override up(): void {
    this.addSql(`
      drop function offer_figures_of(uuid[]);
      create function offer_figures_of(ids uuid[])
        returns table (territory_id uuid, communes int, communes_qualified int, facilities int, facility_types int,
                       fibre_premises int, premises int, as_of timestamptz)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select t.id, t.commune_count, coalesce(q.communes, 0), f.facilities, f.facility_types, f.fibre_premises,
               f.premises, f.as_of
          from territory t
          join offer_figures f on f.territory_id = t.id
          left join (
            select tc.territory_id, count(*)::int as communes
              from territory_commune tc
             where tc.territory_id = any(ids) and tc.verified_share >= 1 and tc.verified_until > now()
             group by tc.territory_id
          ) as q on q.territory_id = t.id
         where t.id = any(ids) and t.status = 'ACTIVE';
      end;
      alter function offer_figures_of(uuid[]) owner to ancrage_territory_figures;
      revoke execute on function offer_figures_of(uuid[]) from public;
      grant execute on function offer_figures_of(uuid[]) to ancrage_territory_app;
    `);
  }
}
