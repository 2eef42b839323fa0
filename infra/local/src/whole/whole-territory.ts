import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { SERVICES, type ServiceName } from '@ancrage/postgres/databases';
import { archive } from '@ancrage/tenant/archive';
import { type Connection, tenantFrames } from '@ancrage/tenant/tenant-frames';
import pg from 'pg';
import { type DatabaseUrls, LocalRunError } from '../settings.js';

interface Territory {
  id: string;
  slug: string;
  name: string;
}

/** Writes all that the four databases have of a territory into one ZIP; the file is there whole, or not at all. */
export async function exportWhole(databases: DatabaseUrls, slug: string, path: string): Promise<Territory> {
  const territory = await findTerritory(databases, slug);
  const clients: pg.Client[] = [];
  const parts = SERVICES.map((service) => ({
    service,
    async open() {
      const client = await connect(databases, service, territory.id);
      clients.push(client);
      return tenantFrames(client, service, territory.id);
    },
  }));
  try {
    await pipeline(archive(territory, parts), createWriteStream(path, { flags: 'wx' }));
    return territory;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw new LocalRunError(`${path} is there already.`);
    await rm(path, { force: true });
    throw error;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** What is under way in a territory, with people who count on it. */
export type Running = Record<'installations' | 'registrations' | 'requests', number>;

export async function runningIn(databases: DatabaseUrls, slug: string): Promise<Running> {
  const { id } = await findTerritory(databases, slug);
  return acting(databases, 'accompaniment', id, async (client) => {
    const { rows } = await client.query<Running>(RUNNING, [id]);
    return rows[0] as Running;
  });
}

/**
 * Takes a territory away from the four databases. It is closed first and goes last from the one that knows it by name, so
 * that the command can be given again when it was interrupted.
 * @returns how many rows went
 */
export async function deleteWhole(databases: DatabaseUrls, slug: string): Promise<number> {
  const { id } = await findTerritory(databases, slug);
  await acting(databases, 'territory', id, (client) =>
    client.query(
      `update territory set status = 'DELETING',
         suspension = jsonb_build_object('reason', 'Ce territoire est en cours de suppression.', 'since', now()) where id = $1`,
      [id],
    ),
  );
  let removed = 0;
  for (const service of ['accompaniment', 'directory', 'identity', 'territory'] as const) {
    removed += await acting(databases, service, id, async (client) => {
      const { rows } = await client.query<{ sum: string }>(
        'select coalesce(sum(removed), 0) as sum from erase_territory($1)',
        [id],
      );
      return Number(rows[0]?.sum);
    });
  }
  return removed;
}

async function findTerritory(databases: DatabaseUrls, slug: string): Promise<Territory> {
  const client = new pg.Client({ connectionString: databases.territory.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Territory>('select id, slug, name from territory where slug = $1', [
      slug,
    ]);
    if (!rows[0]) throw new LocalRunError(`No territory has the short name ${slug}.`);
    return rows[0];
  } finally {
    await client.end();
  }
}

async function acting<T>(
  databases: DatabaseUrls,
  service: ServiceName,
  id: string,
  work: (client: Connection) => Promise<T>,
): Promise<T> {
  const client = await connect(databases, service, id);
  try {
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/** In a transaction that acts for the territory as an operator; all it reads is of one moment. */
async function connect(databases: DatabaseUrls, service: ServiceName, id: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databases[service].ownerUrl });
  await client.connect();
  await client.query('begin isolation level repeatable read');
  await client.query(
    "select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)",
    [id],
  );
  return client;
}

const RUNNING = `select
  (select count(*)::int from installation where territory_id = $1 and status = 'PLANNED') as installations,
  (select count(*)::int from registration r join discovery_session s on s.id = r.session_id
    where r.territory_id = $1 and s.ends_at > now() and r.status in ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED')) as registrations,
  (select count(*)::int from person_request where territory_id = $1 and finished_at is null) as requests`;
