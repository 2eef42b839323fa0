import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalPostgres, startPostgres } from '@ancrage/postgres';
import { ensureServiceDatabase, type ServiceDatabase } from '@ancrage/postgres/databases';
import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { openDatabase } from '@ancrage/subgraph/database';
import { freePorts } from '@ancrage/testing/free-port';
import { ROOT } from './root.js';

const SUBGRAPHS = ['territory', 'directory', 'accompaniment'] as const;
type SubgraphName = (typeof SUBGRAPHS)[number];
const PASSWORD = 'bench-bench-bench-bench';

export interface Cluster {
  superuserUrl: string;
  /** Process of the server; its children serve the connections. */
  pid: number;
  databases: Record<SubgraphName, ServiceDatabase>;
  stop(): Promise<void>;
}

/** A throw-away PostgreSQL, as durable as the real one, with the three subgraphs' migrated databases. */
export async function startCluster(): Promise<Cluster> {
  const directory = join(ROOT, '.data', `bench-${process.pid}`);
  const [port] = await freePorts(1);
  const postgres: LocalPostgres = await startPostgres({
    directory,
    port: port as number,
    password: PASSWORD,
  });
  const databases = {} as Cluster['databases'];
  for (const name of SUBGRAPHS) {
    const urls = await ensureServiceDatabase(postgres.superuserUrl, name, PASSWORD);
    const { DATABASE } = (await import(`${ROOT}/services/${name}/dist/database.js`)) as {
      DATABASE: DatabaseDefinition;
    };
    const database = await openDatabase(DATABASE, urls);
    await database.migrate();
    await database.close();
    databases[name] = urls;
  }
  const pid = Number((await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  return {
    pid,
    superuserUrl: postgres.superuserUrl,
    databases,
    stop: async () => {
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
