import { Migration } from '@mikro-orm/migrations';

/**
 * What every territory has published, to be listed where a draft begins. The figures role sees published versions alone,
 * and of those how many steps there are; who copies one reads it with a visitor's rights in that territory.
 */
export class Migration20261123193000_protocol_models extends Migration {

  override name = 'Migration20261123193000_protocol_models';

  override up(): void {
    this.addSql(`comment on column "welcome_protocol"."origin" is 'model, or the id of the territory it was copied from';`);
    this.addSql(`
      create policy figures_read on welcome_protocol for select to ancrage_accompaniment_figures
        using (status = 'PUBLISHED');
      grant select (territory_id, status, name, steps, published_at, demonstration) on welcome_protocol
        to ancrage_accompaniment_figures;
      create function published_protocols()
        returns table (territory_id uuid, name text, step_count int, published_at timestamptz, demonstration boolean)
        language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select p.territory_id, p.name, jsonb_array_length(p.steps), p.published_at, p.demonstration
          from welcome_protocol p where p.status = 'PUBLISHED';
      end;
      revoke all on function published_protocols from public;
      grant execute on function published_protocols to ancrage_accompaniment_app;
      alter function published_protocols owner to ancrage_accompaniment_figures;
    `);
  }
}
