import pg from 'pg';

export const SERVICES = ['territory', 'directory', 'accompaniment', 'identity'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Extensions of PostgreSQL's own distribution; every managed server offers them. */
const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gist'];

export interface ServiceDatabase {
  /** What the running service connects with: owns nothing, never bypasses row-level security. */
  appUrl: string;
  /** What migrations and the operator's commands connect with: owns the tables. */
  ownerUrl: string;
}

/**
 * Creates a service's roles and database unless they exist, and says how to reach them.
 * `database` defaults to `ancrage_<service>`; tests pass names of their own.
 */
export async function ensureServiceDatabase(
  superuserUrl: string,
  service: ServiceName,
  password: string,
  database = `ancrage_${service}`,
): Promise<ServiceDatabase> {
  const role = `ancrage_${service}`;
  await asSuperuser(superuserUrl, async (client) => {
    // Two processes may get here together; CREATE ROLE has no IF NOT EXISTS.
    await client.query("select pg_advisory_lock(hashtext('ancrage roles'))");
    for (const [name, login] of [
      [`${role}_owner`, true],
      [`${role}_app`, true],
      [`${role}_figures`, false],
    ] as const) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
      if (!rowCount) await client.query(`create role ${name} ${login ? 'login' : 'nologin'} nobypassrls`);
      if (login) await client.query(`alter role ${name} password ${pg.escapeLiteral(password)}`);
    }
    // The owner hands functions over to the figures role, without inheriting its view of every territory. A former
    // grant keeps what it was given with, so it is made anew.
    await client.query(
      `alter role ${role}_owner noinherit; revoke ${role}_figures from ${role}_owner; grant ${role}_figures to ${role}_owner`,
    );
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)} owner ${role}_owner`);
  });
  await asSuperuser(withDatabase(superuserUrl, database), async (client) => {
    for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`);
    await client.query(`revoke all on schema public from public`);
    await client.query(`grant usage, create on schema public to ${role}_owner`);
    await client.query(`grant usage on schema public to ${role}_app, ${role}_figures`);
    // Functions of SECURITY DEFINER handed to the figures role must be creatable by the owner on its behalf.
    await client.query(`grant create on schema public to ${role}_figures`);
  });
  return {
    appUrl: withLogin(withDatabase(superuserUrl, database), `${role}_app`, password),
    ownerUrl: withLogin(withDatabase(superuserUrl, database), `${role}_owner`, password),
  };
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(database)}`;
  return target.href;
}

function withLogin(url: string, user: string, password: string): string {
  const target = new URL(url);
  target.username = user;
  target.password = encodeURIComponent(password);
  return target.href;
}

/** Runs statements as the superuser on a connection of their own, closed afterwards. */
export async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
