/**
 * Makes `erase_territory(uuid)`, by which a service takes away every row of one territory: it walks the catalogue, so that
 * a table that comes later is covered by itself, and begins with those to which no other points. It runs as the owner of
 * the tables, who is bound by the policies like everybody: rows of another territory are out of its sight. The service may
 * run it for an operator alone, and gets no right to delete what is kept as it was.
 * @returns statements of a migration
 */
export function eraseFunction(service: string, { before = '', after = '' } = {}): string[] {
  return [
    `create or replace function erase_territory(asked uuid) returns table (name text, removed bigint)
      language plpgsql security definer set search_path = public, pg_temp
      as $$
      declare
        remaining text[];
        people uuid[];
      begin
        if coalesce(current_setting('app.role', true), '') <> 'OPERATOR'
          or coalesce(current_setting('app.territory_id', true), '') <> asked::text then
          raise exception 'Only an operator who acts for the territory takes it away.' using errcode = '42501';
        end if;
        perform set_config('app.erasing', 'yes', true);
        ${before}
        select array_agg(c.relname::text) into remaining
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace;
        while cardinality(remaining) > 0 loop
          -- In a ring of tables one has to be first: what points to it goes along, or is set free.
          select t into name from unnest(remaining) t order by exists (
            select from pg_constraint k where k.contype = 'f' and k.confrelid = format('public.%I', t)::regclass
              and k.conrelid <> k.confrelid and k.conrelid = any(select format('public.%I', r)::regclass::oid from unnest(remaining) r)
          ), t limit 1;
          execute format('delete from public.%I where territory_id = $1', name) using asked;
          get diagnostics removed = row_count;
          return next;
          remaining := array_remove(remaining, name);
        end loop;
        ${after}
        perform set_config('app.erasing', '', true);
      end
      $$`,
    'revoke execute on function erase_territory(uuid) from public',
    `grant execute on function erase_territory(uuid) to ancrage_${service}_app`,
  ];
}

/** Besides the rows that name it, the territory itself. */
export const ERASES_TERRITORY = {
  after: `delete from territory where id = asked; name := 'territory'; get diagnostics removed = row_count; return next;`,
};

/** Besides memberships and keys, the accounts of those who have no other right here, and the links on their way to them. */
export const ERASES_ACCOUNTS = {
  before: 'people := array(select user_id from membership where territory_id = asked);',
  after: `
        people := array(select u.id from user_account u where u.id = any(people) and not u.is_operator
          and not exists (select from membership m where m.user_id = u.id)
          and not exists (select from regional_observer o where o.user_id = u.id));
        delete from verification v using user_account u
          where u.id = any(people) and position(u.email in lower(v.identifier || ' ' || v.value)) > 0;
        delete from user_account where id = any(people);
        name := 'user_account'; get diagnostics removed = row_count; return next;`,
};
