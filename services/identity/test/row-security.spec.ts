import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUSERANS, type Identity, PFHA, startIdentity } from './support/identity.js';

let identity: Identity;
let service: pg.Client;
beforeAll(async () => {
  identity = await startIdentity();
  await identity.operator(
    'grant',
    '--email',
    'foix@exemple.fr',
    '--territory',
    PFHA,
    '--role',
    'ADMINISTRATOR',
  );
  await identity.operator(
    'grant',
    '--email',
    'saint-girons@exemple.fr',
    '--territory',
    COUSERANS,
    '--role',
    'AGENT',
  );
  await identity.operator('grant', '--email', 'toulouse@exemple.fr', '--region', '76');
  await identity.operator('api-key', 'create', '--name', 'foix', '--territory', PFHA);
  service = new pg.Client({ connectionString: identity.appUrl });
  await service.connect();
});
afterAll(async () => {
  await service.end();
  await identity.stop();
});

/** Runs one statement with the service's own role, under the given settings. */
async function as(settings: Record<string, string>, text: string): Promise<pg.QueryResult> {
  await service.query('begin');
  try {
    for (const [name, value] of Object.entries(settings))
      await service.query('select set_config($1, $2, true)', [name, value]);
    return await service.query(text);
  } finally {
    await service.query('rollback');
  }
}
const territories = async (settings: Record<string, string>) =>
  (await as(settings, 'select distinct territory_id from membership order by 1')).rows.map(
    (row) => row.territory_id,
  );
const idOf = async (email: string) =>
  ((await identity.sql('select id from user_account where email = $1', [email])) as { id: string }[])[0]
    ?.id as string;

describe('the database', () => {
  it('forces row-level security on every table with a territory, and on who observes a region', async () => {
    const tables = await identity.sql(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p')
          and (c.relname = 'regional_observer' or exists (
            select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territory_id' and not a.attisdropped))
        order by 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(['api_key', 'membership', 'regional_observer']);
    expect(tables.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([]);
  });

  it('gives the service a role that owns nothing, bypasses nothing and changes no schema', async () => {
    const { rows } = await service.query(
      `select rolsuper, rolbypassrls, (select count(*)::int from pg_tables where tableowner = current_user) as owned
         from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
    await expect(service.query('create table mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(service.query('select from migration')).rejects.toThrow(/permission denied/);
  });

  it('shows nothing to a transaction that does not say for whom it acts', async () => {
    for (const table of ['membership', 'regional_observer', 'api_key']) {
      expect((await as({}, `select from ${table}`)).rowCount).toBe(0);
    }
  });

  it('shows a person their own rights', async () => {
    expect(await territories({ 'app.user_id': await idOf('saint-girons@exemple.fr') })).toEqual([COUSERANS]);
  });

  it('shows an administrator the members and keys of one territory, an agent none', async () => {
    const here = { 'app.territory_id': PFHA };
    expect(await territories({ ...here, 'app.role': 'ADMINISTRATOR' })).toEqual([PFHA]);
    expect(await territories({ ...here, 'app.role': 'AGENT' })).toEqual([]);
    const keys = async (territory: string) =>
      (await as({ 'app.territory_id': territory, 'app.role': 'ADMINISTRATOR' }, 'select from api_key'))
        .rowCount;
    expect([await keys(PFHA), await keys(COUSERANS)]).toEqual([1, 0]);
  });

  it('shows the operator every territory', async () => {
    expect(await territories({ 'app.role': 'OPERATOR' })).toEqual([PFHA, COUSERANS]);
  });

  it('lets nobody grant themselves a right', async () => {
    const id = await idOf('saint-girons@exemple.fr');
    const into = (territory: string) =>
      `insert into membership (user_id, territory_id, role) values ('${id}', '${territory}', 'ADMINISTRATOR')`;
    const own = { 'app.user_id': id, 'app.territory_id': COUSERANS };
    await expect(as({ ...own, 'app.role': 'AGENT' }, into(PFHA))).rejects.toThrow(/row-level security/);
    await expect(as({ ...own, 'app.role': 'ADMINISTRATOR' }, into(PFHA))).rejects.toThrow(
      /row-level security/,
    );
    expect(
      (await as({ ...own, 'app.role': 'AGENT' }, "update membership set role = 'ADMINISTRATOR'")).rowCount,
    ).toBe(0);
  });
});
