import { apiKey } from '../api-key/api-key.command.js';
import { ApiKeyService } from '../api-key/api-key.service.js';
import { type Database, openDatabase } from '../database.js';
import { readDatabaseEnv } from '../env.js';
import { migrate } from '../migrate.js';
import { demonstration } from '../rights/demonstration.command.js';
import { grant, list, revoke } from '../rights/rights.command.js';
import { RightsService } from '../rights/rights.service.js';
import { UsageError } from './arguments.js';
import type { Command } from './command.js';

const commands: Record<string, Command> = { grant, revoke, list, 'api-key': apiKey, demonstration };

/** How each command is written. */
export const USAGES = [...Object.values(commands).map(({ usage }) => usage), 'migrate'];

/** Carries out one command line of the operator. Throws `UsageError` for one it cannot. */
export async function runCommand(
  [name = '', ...args]: string[],
  source: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command && name !== 'migrate') {
    throw new UsageError(name ? `there is no command "${name}"` : 'say which command');
  }
  const env = readDatabaseEnv(source);
  if (!command) {
    await migrate(env.IDENTITY_DATABASE_OWNER_URL, env.IDENTITY_DATABASE_URL);
    return print('The database is up to date.');
  }
  let database: Database | undefined;
  try {
    await command.run(args, {
      localRun: env.LOCAL_RUN,
      print,
      async open() {
        database = await openDatabase(env.IDENTITY_DATABASE_URL);
        return { rights: new RightsService(database), apiKeys: new ApiKeyService(database) };
      },
    });
  } finally {
    await database?.close();
  }
}
