import type { ServiceName } from '@ancrage/postgres/databases';
import type { Connection } from '@ancrage/tenant/tenant-frames';
import pg from 'pg';
import { type DatabaseUrls, LocalRunError } from '../settings.js';

export interface Territory {
  id: string;
  slug: string;
  name: string;
}

/** The territory of that short name, or a word that there is none. */
export async function findTerritory(databases: DatabaseUrls, slug: string): Promise<Territory> {
  const found = (await territories(databases)).find((territory) => territory.slug === slug);
  if (!found)
    throw new LocalRunError(
      `No territory has the short name ${slug || '(none given)'}: it is gone, or never was.`,
    );
  return found;
}

/** The short names of all territories. */
export const slugs = async (databases: DatabaseUrls): Promise<string[]> =>
  (await territories(databases)).map(({ slug }) => slug);

async function territories(databases: DatabaseUrls): Promise<Territory[]> {
  const client = new pg.Client({ connectionString: databases.territory.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Territory>('select id, slug, name from territory')).rows;
  } finally {
    await client.end();
  }
}

/** Does some work in a service's database as one transaction that acts for the territory as an operator. */
export async function acting<T>(
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
export async function connect(databases: DatabaseUrls, service: ServiceName, id: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databases[service].ownerUrl });
  await client.connect();
  await client.query('begin isolation level repeatable read');
  await client.query(
    "select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)",
    [id],
  );
  return client;
}
