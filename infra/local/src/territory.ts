import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Output } from './output/output.js';
import { describePostgres, ensureDatabases } from './platform/databases.js';
import { databaseSettings, inherited } from './platform/environment.js';
import { clearLeftovers } from './platform/leftovers.js';
import { checkPorts } from './platform/port-check.js';
import { isOfLocalRun, readRunRecord } from './platform/run-record.js';
import { SupervisedProcess } from './process/supervised-process.js';
import { loadSecrets } from './secrets.js';
import { type DatabaseUrls, LocalRunError, type LocalSettings, ROOT, readSettings } from './settings.js';
import { slugs } from './whole/acting.js';
import { holdLetters, releaseLetters } from './whole/closing.js';
import { copyModel } from './whole/copy-model.js';
import { WHOLE_COMMANDS, WHOLE_USAGE } from './whole/whole.command.js';

/** `npm run territory -- …`: the operator's command line, on the databases of the environment or of a local run. */
try {
  const settings = readSettings(process.env);
  process.exitCode = await withDatabases(settings, runCommand);
} catch (error) {
  console.error(error instanceof LocalRunError ? error.message : error);
  process.exitCode = 1;
}

async function runCommand(databases: DatabaseUrls): Promise<number> {
  const [name = '', ...argv] = process.argv.slice(2);
  const whole = Object.hasOwn(WHOLE_COMMANDS, name) ? WHOLE_COMMANDS[name] : undefined;
  if (whole) {
    console.log(await whole(argv, databases));
    return 0;
  }
  const { values } = parseArgs({
    args: argv,
    options: { territory: { type: 'string' }, model: { type: 'string' } },
    strict: false,
  });
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  const [territory, model] = [word(values['territory']), word(values['model'])] as const;
  const before = name === 'create' && model ? await slugs(databases) : null;
  if (name === 'resume' && territory) await releaseLetters(databases, territory);
  const script = join(ROOT, 'services/territory/dist/cli.js');
  const child = spawn(process.execPath, [script, ...process.argv.slice(2)], {
    env: { ...inherited(), ...databaseSettings('territory', databases) },
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both; the command decides what it means, and PostgreSQL stops after it.
  process.on('SIGINT', () => {});
  const [code] = (await once(child, 'exit')) as [number | null];
  if (name === '' || name === 'help' || name === '--help') console.error(`\n${WHOLE_USAGE}`);
  if (name === 'suspend' && code === 0) await holdLetters(databases, territory);
  if (before && model && code === 0)
    for (const slug of await slugs(databases))
      if (!before.includes(slug)) console.error(await copyModel(databases, model, slug));
  return code ?? 1;
}

/** The databases of the environment, else of the running platform, else of a PostgreSQL started for the command. */
async function withDatabases<T>(
  settings: LocalSettings,
  work: (databases: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const { databases, dataDirectory } = settings;
  if (databases) return work(databases);
  const secrets = await loadSecrets(dataDirectory);
  const running = await readRunRecord(dataDirectory);
  if (running && (await isOfLocalRun(running.supervisor))) {
    return work(await ensureDatabases({ ...settings, ports: running.ports }, secrets));
  }
  await clearLeftovers(dataDirectory);
  await checkPorts(settings, ['postgres']);
  const postgres = new SupervisedProcess(describePostgres(settings, secrets), new Output());
  postgres.start();
  try {
    await postgres.ready();
    return await work(await ensureDatabases(settings, secrets));
  } finally {
    await postgres.stop();
  }
}
