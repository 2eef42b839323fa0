import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const TABLES = ['discovery_session', 'installation', 'prospect', 'registration'];
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const column = async (sql: string) =>
  (await world.superuser.query({ text: sql, rowMode: 'array' })).rows.flat();

describe('the catalogue of the database', () => {
  it('has row-level security forced on every table of a tenant', async () => {
    const tenantTables = `select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id'
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;
    expect(await column(`${tenantTables} order by 1`)).toEqual(TABLES);
    expect(await column(`${tenantTables} and not (c.relrowsecurity and c.relforcerowsecurity)`)).toEqual([]);
    expect(
      await column(`${tenantTables} and not exists (select from pg_policy p where p.polrelid = c.oid)`),
    ).toEqual([]);
  });

  it('has no table but those and the list of migrations', async () => {
    expect(
      await column(`select relname from pg_class where relkind in ('r', 'p', 'v', 'm')
        and relnamespace = 'public'::regnamespace order by 1`),
    ).toEqual([...TABLES, 'migration'].sort());
  });

  it('lets the service bypass nothing, own nothing and act as nobody else', async () => {
    expect(
      await column(`select rolname from pg_roles where rolname like 'ancrage_accompaniment%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`),
    ).toEqual([]);
    const app = `'ancrage_accompaniment_app'::regrole`;
    expect(await column(`select relname from pg_class where relowner = ${app}`)).toEqual([]);
    expect(await column(`select proname from pg_proc where proowner = ${app}`)).toEqual([]);
    expect(await column(`select roleid from pg_auth_members where member = ${app}`)).toEqual([]);
  });

  it('lets the service read sessions, change their capacity, and nothing else', async () => {
    expect(
      await column(`select table_name || ' ' || privilege_type from information_schema.role_table_grants
        where grantee = 'ancrage_accompaniment_app' order by 1`),
    ).toEqual(['discovery_session SELECT']);
    expect(
      await column(`select table_name || ' ' || column_name from information_schema.column_privileges
        where grantee = 'ancrage_accompaniment_app' and privilege_type <> 'SELECT'`),
    ).toEqual(['discovery_session capacity']);
  });

  it('lets the figures role read no column that tells of a person', async () => {
    expect(
      await column(`select table_name || ' ' || column_name from information_schema.column_privileges
        where grantee = 'ancrage_accompaniment_figures' order by 1`),
    ).toEqual([
      'discovery_session ends_at',
      'discovery_session id',
      'installation abandoned_on',
      'installation adults',
      'installation children',
      'installation commune_code',
      'installation demonstration',
      'installation effective_on',
      'installation planned_on',
      'installation territory_id',
      'prospect demonstration',
      'prospect first_contact_on',
      'prospect territory_id',
      'registration prospect_id',
      'registration session_id',
      'registration status',
      'registration territory_id',
    ]);
  });

  it('runs nothing as somebody else but three counts: of figures, of children and of seats', async () => {
    expect(
      await column(`select proname || ' ' || pg_get_userbyid(proowner) from pg_proc
        where prosecdef and pronamespace = 'public'::regnamespace order by 1`),
    ).toEqual([
      'accompaniment_figures ancrage_accompaniment_figures',
      'children_arrived ancrage_accompaniment_figures',
      'count_seats ancrage_accompaniment_owner',
    ]);
  });
});
