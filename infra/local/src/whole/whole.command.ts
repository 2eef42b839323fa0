import { parseArgs } from 'node:util';
import { type DatabaseUrls, LocalRunError } from '../settings.js';
import { deleteWhole, type Running, runningIn } from './delete-whole.js';
import { exportWhole } from './export-whole.js';

export const WHOLE_USAGE = `territory export --territory <slug> --to <file.zip>
  All that the platform has of a territory, as one ZIP: tables as JSON lines, files, a manifest with counts and checksums.

territory delete --territory <slug> --confirm <slug>
  Takes all of it away, from every database. Nothing brings it back.
  --give-up      what is under way and given up: installations, registrations, requests, comma-separated`;

type Command = (argv: string[], databases: DatabaseUrls) => Promise<string>;

/** Commands about a territory in all its databases, by name; each gives what it has to say. */
export const WHOLE_COMMANDS: Readonly<Record<string, Command>> = {
  export: async (argv, databases) => {
    const { values } = parseArgs({
      args: argv,
      options: { territory: { type: 'string', default: '' }, to: { type: 'string', default: '' } },
    });
    if (!values.to) throw new LocalRunError('Say where to write it: --to <file.zip>');
    const { name } = await exportWhole(databases, values.territory, values.to);
    return `${name} is in ${values.to}. It holds personal data.`;
  },
  delete: async (argv, databases) => {
    const { values } = parseArgs({
      args: argv,
      options: {
        territory: { type: 'string', default: '' },
        confirm: { type: 'string', default: '' },
        'give-up': { type: 'string', default: '' },
      },
    });
    const { territory } = values;
    if (!territory || values.confirm !== territory)
      throw new LocalRunError('Nothing was deleted: type the short name again, --confirm <slug>');
    const left = stillRunning(await runningIn(databases, territory), values['give-up'].split(','));
    if (left)
      throw new LocalRunError(`Nothing was deleted: ${left} under way. Name what is given up: --give-up`);
    return `${await deleteWhole(databases, territory)} rows were deleted: nothing is left of ${territory}.`;
  },
};

function stillRunning(running: Running, givenUp: readonly string[]): string {
  return Object.entries(running)
    .filter(([kind, count]) => count > 0 && !givenUp.some((name) => name.trim() === kind))
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
