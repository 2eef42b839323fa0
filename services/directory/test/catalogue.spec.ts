import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

const TENANT_TABLES = [
  'access_record',
  'arrival',
  'consent',
  'daily_run',
  'duplicate_decision',
  'entry_change',
  'entry_link',
  'held_message',
  'letter',
  'network_actor',
  'network_contact',
  'network_exchange',
  'network_offer',
  'objection_key',
  'refusal_reason',
  'solo',
  'solo_contact',
  'solo_erasure',
  'solo_event',
  'solo_import',
  'solo_merge',
  'solo_photo',
  'territory_card',
];

let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

const column = async (sql: string) =>
  (await world.superuser.query({ text: sql, rowMode: 'array' })).rows.flat();

describe('the catalogue of the database', () => {
  it('has row-level security forced on every table of a tenant', async () => {
    const tenantTables = `select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id'
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;
    expect(await column(`${tenantTables} order by 1`)).toEqual(TENANT_TABLES);
    expect(await column(`${tenantTables} and not (c.relrowsecurity and c.relforcerowsecurity)`)).toEqual([]);
    expect(
      await column(`${tenantTables} and not exists (select from pg_policy p where p.polrelid = c.oid)`),
    ).toEqual([]);
  });

  it('has no table but those and the list of migrations', async () => {
    expect(
      await column(`select relname from pg_class where relkind in ('r', 'p', 'v', 'm')
        and relnamespace = 'public'::regnamespace order by 1`),
    ).toEqual([...TENANT_TABLES, 'migration'].sort());
  });

  it('lets the service bypass nothing, own nothing and act as nobody else', async () => {
    expect(
      await column(`select rolname from pg_roles where rolname like 'ancrage_directory%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`),
    ).toEqual([]);
    expect(
      await column(`select relname from pg_class where relowner = 'ancrage_directory_app'::regrole`),
    ).toEqual([]);
    expect(
      await column(`select proname from pg_proc where proowner = 'ancrage_directory_app'::regrole`),
    ).toEqual([]);
    expect(
      await column(`select roleid from pg_auth_members where member = 'ancrage_directory_app'::regrole`),
    ).toEqual([]);
  });

  it('lets the service change what it works on, and add alone to what is kept as it was', async () => {
    const may = (privilege: string) =>
      column(`select table_name from information_schema.role_table_grants
        where grantee = 'ancrage_directory_app' and privilege_type = '${privilege}' order by 1`);
    const without = (...tables: string[]) => TENANT_TABLES.filter((table) => !tables.includes(table));
    expect(await may('SELECT')).toEqual(TENANT_TABLES);
    expect(await may('INSERT')).toEqual(TENANT_TABLES);
    expect(await may('UPDATE')).toEqual(
      without('access_record', 'held_message', 'objection_key', 'solo_erasure', 'solo_event'),
    );
    // A consent goes with its person, never before.
    expect(await may('DELETE')).toEqual(without('access_record', 'consent', 'solo_erasure', 'solo_event'));
    expect(await may('TRUNCATE')).toEqual([]);
  });

  it('lets the figures role read no column that tells of a person', async () => {
    expect(
      await column(`select column_name from information_schema.column_privileges
        where grantee = 'ancrage_directory_figures' order by 1`),
    ).toEqual([
      ...['day', 'demonstration', 'due_at', 'failed_at', 'id', 'identified_at', 'name', 'published_at'],
      ...[
        'sent_at',
        'status',
        'territory_id',
        'territory_id',
        'territory_id',
        'territory_id',
        'withdrawn_at',
      ],
    ]);
  });

  it('runs nothing as somebody else but counts, what says where work waits, and what takes a whole territory away', async () => {
    expect(
      await column(`select proname || ' ' || pg_get_userbyid(proowner) from pg_proc
        where prosecdef and pronamespace = 'public'::regnamespace order by 1`),
    ).toEqual([
      'erase_territory ancrage_directory_owner',
      'letter_territories ancrage_directory_figures',
      'region_solo_changes ancrage_directory_figures',
      'solo_figures ancrage_directory_figures',
      'territories_awaiting ancrage_directory_figures',
    ]);
    for (const name of [
      'solo_figures(uuid[], date)',
      'letter_territories()',
      'territories_awaiting(text, date)',
    ])
      expect(
        await column(`select has_function_privilege('ancrage_directory_owner', '${name}', 'execute')`),
      ).toEqual([false]);
  });

  it('does not let the owner of the tables inherit the view of every territory', async () => {
    expect(
      await column(`select pg_has_role('ancrage_directory_owner', 'ancrage_directory_figures', 'usage')`),
    ).toEqual([false]);
  });
});
