import { UsageError } from './command/arguments.js';
import { runCommand, USAGES } from './command/run-command.js';
import { fail } from './failure.js';

/** The operator's command line: members, keys, migrations. */
runCommand(process.argv.slice(2), process.env, (line) => console.log(line)).catch((error: unknown) => {
  if (!(error instanceof UsageError)) fail(error);
  const usages = USAGES.map((usage) => `  ${usage}`);
  console.error([`Cannot do that: ${error.message}.`, 'Commands:', ...usages].join('\n'));
  process.exit(1);
});
