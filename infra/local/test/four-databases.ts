import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SERVICES, type ServiceName } from '@ancrage/postgres/databases';
import { fingerprints, plantCanaries, tracesOf } from '@ancrage/testing/canary-rows';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import pg from 'pg';

const COMMAND = fileURLToPath(new URL('../dist/territory.js', import.meta.url));

export interface Ended {
  code: number | null;
  said: string;
}

/** The databases of the four services, empty and migrated, and the operator's command line on them. */
export class FourDatabases {
  private constructor(
    readonly databases: Record<ServiceName, TestDatabase>,
    /** Past every policy, in each of them. */
    readonly superusers: Record<ServiceName, pg.Client>,
  ) {}

  static async create(): Promise<FourDatabases> {
    const databases = {} as Record<ServiceName, TestDatabase>;
    const superusers = {} as Record<ServiceName, pg.Client>;
    for (const service of SERVICES) {
      databases[service] = await createTestDatabase(service);
      superusers[service] = new pg.Client({ connectionString: databases[service].superuserUrl });
      await superusers[service].connect();
    }
    return new FourDatabases(databases, superusers);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.superusers).map((client) => client.end()));
  }

  /** Starts `npm run territory -- …`. */
  start(args: readonly string[], more: Record<string, string> = {}): ChildProcess {
    const urls = SERVICES.flatMap((name) => [
      [`${name.toUpperCase()}_DATABASE_URL`, this.databases[name].appUrl],
      [`${name.toUpperCase()}_DATABASE_OWNER_URL`, this.databases[name].ownerUrl],
    ]);
    const env = { PATH: process.env['PATH'] ?? '', ...Object.fromEntries(urls), ...more };
    return spawn(process.execPath, [COMMAND, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Runs it to its end; says what it printed. */
  async run(args: readonly string[], more: Record<string, string> = {}): Promise<Ended> {
    return ended(this.start(args, more));
  }

  /** A territory of the communes of one body, with a row that holds the canary in every table of every service. */
  async territory(slug: string, siren: string, canary: string): Promise<string> {
    const made = await this.run([
      ...['create', '--name', slug, '--slug', slug, '--epci', siren, '--contours', 'none'],
    ]);
    if (made.code !== 0) throw new Error(made.said);
    const { rows } = await this.superusers.territory.query<{ id: string }>(
      'select id from territory where slug = $1',
      [slug],
    );
    const id = rows[0]?.id ?? '';
    for (const service of SERVICES) await plantCanaries(this.superusers[service], id, canary);
    return id;
  }

  /** What the rows of a territory look like, by service and table. */
  async prints(id: string): Promise<Record<string, Record<string, string>>> {
    const found: Record<string, Record<string, string>> = {};
    for (const service of SERVICES) found[service] = await fingerprints(this.superusers[service], id);
    return found;
  }

  /** The tables, as `service.table`, in which any of the words is found. */
  async traces(words: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const service of SERVICES) {
      const tables = await tracesOf(this.superusers[service], words);
      found.push(...tables.map((table) => `${service}.${table}`));
    }
    return found;
  }
}

/** What a command said until it ended, by itself or not. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
