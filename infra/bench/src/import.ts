import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asSuperuser, type ServiceDatabase, withDatabase } from '@ancrage/postgres/databases';
import type { Cluster } from './cluster.js';
import { writeFacilities } from './import.data.js';
import { ROOT } from './root.js';
import { decimals, printTable } from './table.js';
import { territoryCommand } from './territory-command.js';

const ROWS = 1_000_000;
const SLUG = 'occitanie-import';

/** A million facilities in the official layout, imported end to end, beside PostgreSQL's own COPY of what they become. */
export async function benchImport(cluster: Cluster): Promise<void> {
  const { territory } = cluster.databases;
  const folder = await mkdtemp(join(tmpdir(), 'ancrage-bench-'));
  // The server reads and writes there, under an account of its own.
  await chmod(folder, 0o777);
  try {
    const request = ['--name', 'Occitanie', '--slug', SLUG, '--region', '76', '--contours', 'none', '--json'];
    const created = JSON.parse(await territoryCommand(territory, ['create', ...request])) as {
      id: string;
      communes: { code: string }[];
    };
    const file = join(folder, 'bpe.csv');
    const bytes = await writeFacilities(file, created.communes, ROWS);
    const first = await importOnce(territory, file);
    const again = await importOnce(territory, file);
    const copy = await copyOnce(cluster, created.id, join(folder, 'facility.copy'));
    printTable(
      `Import of ${first.counts.imported.toLocaleString('en')} facilities, ${decimals(bytes / 1e6, 0)} MB (goals: 0.5 of COPY, under 400 MB)`,
      ['', 'seconds', 'rows/s', 'throughput / COPY', 'peak memory'],
      [
        ['COPY on the server', decimals(copy), decimals(ROWS / copy, 0), '1.00', ''],
        ...[
          { name: 'import, first', ...first },
          { name: 'import, again, nothing changed', ...again },
        ].map(({ name, seconds, megabytes }) => [
          name,
          decimals(seconds),
          decimals(ROWS / seconds, 0),
          decimals(copy / seconds),
          `${decimals(megabytes, 0)} MB`,
        ]),
      ],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the command as an operator does: start, migrations and commit included. */
async function importOnce(database: ServiceDatabase, file: string) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [join(ROOT, 'services/territory/dist/cli.js'), 'import', 'bpe', file, '--territory', SLUG, '--json'],
    {
      env: { TERRITORY_DATABASE_URL: database.appUrl, TERRITORY_DATABASE_OWNER_URL: database.ownerUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid as number));
  }, 50);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  const counts = JSON.parse(output) as { imported: number };
  return { counts, megabytes, seconds: (performance.now() - started) / 1000 };
}

/** The most memory that a process has held so far, in MB, as the kernel counts it. */
function peakOf(pid: number): number {
  try {
    return (
      (Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024) / 1e6
    );
  } catch {
    return 0;
  }
}

/** The same rows from a file of the server's into a table with the same indexes. */
async function copyOnce(
  { superuserUrl, databases }: Cluster,
  territoryId: string,
  file: string,
): Promise<number> {
  const name = new URL(databases.territory.ownerUrl).pathname.slice(1);
  return asSuperuser(withDatabase(superuserUrl, name), async (client) => {
    await client.query(`copy (select * from facility where territory_id = '${territoryId}') to '${file}'`);
    await client.query('create table facility_copied (like facility including all)');
    const started = performance.now();
    await client.query(`copy facility_copied from '${file}'`);
    const seconds = (performance.now() - started) / 1000;
    await client.query('drop table facility_copied');
    return seconds;
  });
}
