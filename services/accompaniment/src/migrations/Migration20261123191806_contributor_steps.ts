import { Migration } from '@mikro-orm/migrations';

/** Whose welcome it is, agents alone read; a contributor settles the steps given to them. */
export class Migration20261123191806_contributor_steps extends Migration {

  override name = 'Migration20261123191806_contributor_steps';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "tenant_read" on "installation";`);

    this.addSql(`drop policy "tenant_delete" on "installation_step";`);
    this.addSql(`drop policy "tenant_insert" on "installation_step";`);
    this.addSql(`drop policy "tenant_read" on "installation_step";`);
    this.addSql(`drop policy "tenant_update" on "installation_step";`);

    this.addSql(`create policy "tenant_read" on "installation" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`create policy "carrier_select" on "installation_step" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'CONTRIBUTOR' and assignee_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "carrier_update" on "installation_step" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'CONTRIBUTOR' and assignee_id = current_setting('app.user_id', true)) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') = 'CONTRIBUTOR' and assignee_id = current_setting('app.user_id', true));`);
    this.addSql(`create policy "tenant_delete" on "installation_step" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_insert" on "installation_step" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);
    this.addSql(`create policy "tenant_read" on "installation_step" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_update" on "installation_step" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR'));`);

    this.addSql(`
      create function keep_given_step() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if coalesce(current_setting('app.role', true), '') = 'CONTRIBUTOR'
          and to_jsonb(new) - array['status', 'settled_at', 'settled_by', 'note', 'version']
            is distinct from to_jsonb(old) - array['status', 'settled_at', 'settled_by', 'note', 'version']
        then
          raise exception 'A contributor settles a step, and changes nothing else of it.'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger keep_given_step before update on installation_step
        for each row execute function keep_given_step();
    `);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger keep_given_step on installation_step; drop function keep_given_step();`);
    this.addSql(`drop policy "tenant_read" on "installation";`);

    this.addSql(`drop policy "tenant_read" on "installation_step";`);
    this.addSql(`drop policy "tenant_insert" on "installation_step";`);
    this.addSql(`drop policy "tenant_update" on "installation_step";`);
    this.addSql(`drop policy "tenant_delete" on "installation_step";`);
    this.addSql(`drop policy "carrier_select" on "installation_step";`);
    this.addSql(`drop policy "carrier_update" on "installation_step";`);

    this.addSql(`create policy "tenant_read" on "installation" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);

    this.addSql(`create policy "tenant_read" on "installation_step" for select using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and (coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')));`);
    this.addSql(`create policy "tenant_insert" on "installation_step" for insert with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR'));`);
    this.addSql(`create policy "tenant_update" on "installation_step" for update using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR')) with check (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR'));`);
    this.addSql(`create policy "tenant_delete" on "installation_step" for delete using (territory_id = nullif(current_setting('app.territory_id', true), '')::uuid and coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC') in ('AGENT', 'ADMINISTRATOR', 'OPERATOR', 'CONTRIBUTOR'));`);
  }

}
