import { fail } from '@ancrage/subgraph';
import { openDatabase } from '@ancrage/subgraph/database';
import { CREATE_USAGE, create } from './commands/create.command.js';
import { DEMONSTRATION_USAGE, demonstration } from './commands/demonstration.command.js';
import { IMPORT_USAGE, importFile } from './commands/import.command.js';
import { SUMMARISE_USAGE, summarise } from './commands/summarise.command.js';
import { resume, SUSPEND_USAGE, suspend } from './commands/suspend.command.js';
import { DATABASE } from './database.js';
import { readDatabaseEnv } from './env.js';
import { TerritoryRefusedError } from './territory/territory-request.js';

const COMMANDS: Record<string, (argv: string[], ownerUrl: string) => Promise<void>> = {
  create,
  demonstration,
  import: importFile,
  summarise,
  suspend,
  resume,
};

const [name = '', ...argv] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(
    [CREATE_USAGE, DEMONSTRATION_USAGE, IMPORT_USAGE, SUMMARISE_USAGE, SUSPEND_USAGE].join('\n\n'),
  );
  process.exit(name === '' || name === 'help' || name === '--help' ? 0 : 2);
}
try {
  const { databaseUrl, databaseOwnerUrl } = readDatabaseEnv();
  const database = await openDatabase(DATABASE, { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl });
  await database.migrate();
  await database.close();
  await command(argv, databaseOwnerUrl);
} catch (error) {
  if (error instanceof TerritoryRefusedError) {
    console.error(
      `Refused, nothing was changed:\n${error.problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    process.exit(1);
  }
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
    console.error((error as Error).message);
    process.exit(2);
  }
  fail(error);
}
