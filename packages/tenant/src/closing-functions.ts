/**
 * Makes `close_territory(uuid, slug, name)` and `open_territory(uuid)`: while a territory is closed a service writes to
 * nobody on its behalf, and the terms that people were given stand still. When it opens again each is put off by as long as
 * it was closed. Both run with the rights of who calls them, an operator that acts for the territory, on the command line
 * too; done again they change nothing.
 * @param terms statements that put off what was promised until a day, by the interval `closed`, in the territory `asked`
 * @returns statements of a migration; the service needs the table `territory_card` of `@ancrage/post`
 */
export function closingFunctions(service: string, terms: readonly string[]): string[] {
  return [
    `create or replace function close_territory(asked uuid, its_slug text, its_name text) returns void
      language sql set search_path = public, pg_temp
      as $$
        -- One whom nobody has visited yet has no card: its address comes with the first who does.
        insert into territory_card (territory_id, slug, name, site, closed_since) values (asked, its_slug, its_name, '', now())
        on conflict (territory_id) do update set closed_since = coalesce(territory_card.closed_since, excluded.closed_since)
      $$`,
    `create or replace function open_territory(asked uuid) returns boolean
      language plpgsql set search_path = public, pg_temp
      as $$
      declare
        since timestamptz;
        closed interval;
      begin
        select closed_since into since from territory_card where territory_id = asked for update;
        if since is null then return false; end if;
        closed := date_trunc('second', now() - since);
        ${terms.map((statement) => `${statement};`).join('\n        ')}
        update territory_card set closed_since = null where territory_id = asked;
        return true;
      end
      $$`,
    ...['close_territory(uuid, text, text)', 'open_territory(uuid)'].flatMap((signature) => [
      `revoke execute on function ${signature} from public`,
      `grant execute on function ${signature} to ancrage_${service}_app`,
    ]),
  ];
}
