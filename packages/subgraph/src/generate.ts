import { readFile, writeFile } from 'node:fs/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DatabaseDefinition, ormOptions } from './database.js';

export interface GenerateOptions {
  sdl: string;
  /** Path of the committed schema.graphql. */
  schemaPath: string;
  database: DatabaseDefinition;
  /** `--check` compares and fails; `--migration <name>` writes a migration for what the entities changed. */
  argv: string[];
}

/** Writes a subgraph's generated files, or with `--check` exits 1 and names those that are out of date. */
export async function generate({ sdl, schemaPath, database, argv }: GenerateOptions): Promise<void> {
  const stale: string[] = [];
  const committed = await readFile(schemaPath, 'utf8').catch(() => '');
  if (committed !== sdl) {
    if (argv.includes('--check')) stale.push(schemaPath);
    else await writeFile(schemaPath, sdl);
  }
  // Only the snapshot is compared: no server is contacted.
  const orm = await MikroORM.init({
    ...ormOptions(database, 'postgres://localhost/unused'),
    connect: false,
  } as never);
  const migration = argv.indexOf('--migration');
  if (migration !== -1) {
    const { fileName } = await orm.migrator.create(undefined, false, false, argv[migration + 1]);
    console.log(
      fileName ? `wrote ${fileName}: add it to the list of migrations` : 'the entities did not change',
    );
  } else if (await orm.migrator.checkSchema()) {
    stale.push(
      `a migration is missing for the entities of ${database.service} (npm run generate -- --migration <name>)`,
    );
  }
  await orm.close();
  if (stale.length > 0) {
    console.error(`Out of date:\n${stale.map((path) => `  - ${path}`).join('\n')}`);
    process.exitCode = 1;
  }
}
