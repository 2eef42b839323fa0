import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ServiceDatabase } from '@ancrage/postgres/databases';
import { ROOT } from './root.js';

/** Runs the operator's command line on the bench's database and gives what it prints. */
export async function territoryCommand(database: ServiceDatabase, argv: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'services/territory/dist/cli.js'), ...argv],
    {
      env: { TERRITORY_DATABASE_URL: database.appUrl, TERRITORY_DATABASE_OWNER_URL: database.ownerUrl },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout;
}
