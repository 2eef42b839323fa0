import { asSuperuser, SERVICES, type ServiceName } from '@ancrage/postgres/databases';
import { createTestDatabase } from '@ancrage/testing/database';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';

/** Walks the catalogue itself, so that a table nobody thought of is found too. */
describe.each(SERVICES)('the database of %s', (service: ServiceName) => {
  let url: string;
  beforeAll(async () => {
    url = (await createTestDatabase(service)).superuserUrl;
  });
  const query = <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    asSuperuser(url, async (client) => (await client.query<Row>(sql, values)).rows);

  it('forces row-level security, with policies, on every table of a territory', async () => {
    const tables = await query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
          and a.attname = 'territory_id' and not a.attisdropped
        order by 1`,
    );
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      expect(table, table.name).toMatchObject({ enabled: true, forced: true });
      expect(table.policies, `policies of ${table.name}`).toBeGreaterThan(0);
    }
  });

  it('shows nothing of a territory through a view or a column copy without row-level security', async () => {
    const views = await query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace and a.attname = 'territory_id'
          and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'`,
    );
    expect(views).toEqual([]);
  });

  it('is served by roles that own nothing and bypass nothing', async () => {
    const roles = await query<{ name: string; login: boolean }>(
      `select rolname as name, rolcanlogin as login from pg_roles
        where rolname like 'ancrage\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    );
    expect(roles).toEqual([]);
    const owned = await query(
      `select classid::regclass::text as kind, objid from pg_shdepend
        where deptype = 'o' and refobjid = $1::regrole and dbid = (select oid from pg_database where datname = current_database())`,
      [`ancrage_${service}_app`],
    );
    expect(owned).toEqual([]);
    const memberships = await query(
      `select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = $1::regrole`,
      [`ancrage_${service}_app`],
    );
    expect(memberships).toEqual([]);
  });

  it('lets nobody log in as the role that counts across territories', async () => {
    const [role] = await query<{ login: boolean }>(
      'select rolcanlogin as login from pg_roles where rolname = $1',
      [`ancrage_${service}_figures`],
    );
    expect(role).toEqual({ login: false });
  });
});
