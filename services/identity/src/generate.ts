import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from './database.js';

/**
 * `--migration <name>` writes a migration for what the entities changed; without it, says whether one is missing
 * and then exits 1. Only the committed snapshot is compared: no server is contacted.
 */
const folder = fileURLToPath(new URL('../src/migrations', import.meta.url));
const orm = await MikroORM.init({
  ...ormOptions('postgres://localhost/unused', folder),
  connect: false,
} as never);
const flag = process.argv.indexOf('--migration');
if (flag !== -1) {
  const { fileName } = await orm.migrator.create(undefined, false, false, process.argv[flag + 1]);
  console.log(
    fileName ? `wrote ${fileName}: add it to migrations/migration.list.ts` : 'The entities did not change.',
  );
} else if (await orm.migrator.checkSchema()) {
  console.error(
    'A migration is missing for the entities of identity (npm run generate -w services/identity -- --migration <name>).',
  );
  process.exitCode = 1;
}
await orm.close();
