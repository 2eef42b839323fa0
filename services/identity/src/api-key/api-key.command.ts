import { check, need, readOptions, UsageError } from '../command/arguments.js';
import type { Command, CommandContext } from '../command/command.js';

const DAY_MS = 24 * 60 * 60 * 1000;

const actions: Record<string, (args: string[], context: CommandContext) => Promise<void>> = {
  async create(args, { open, print }) {
    const given = readOptions(args, {
      name: { type: 'string' },
      scope: { type: 'string', multiple: true },
      region: { type: 'string', multiple: true },
      territory: { type: 'string' },
      days: { type: 'string' },
    });
    const wanted = {
      name: check('name', 'text', need('name', given.name)),
      scopes: (given.scope ?? ['read']).map((scope) => check('scope', 'scope', scope)),
      regions: (given.region ?? []).map((region) => check('region', 'region', region)),
      territoryId: given.territory === undefined ? null : check('territory', 'territory', given.territory),
      expiresAt:
        given.days === undefined ? null : new Date(Date.now() + check('days', 'days', given.days) * DAY_MS),
    };
    const { apiKeys } = await open();
    const { key, prefix } = await apiKeys.create(wanted);
    print(key);
    print(`It is shown this once. To revoke it: api-key revoke --prefix ${prefix}`);
  },

  async list(args, { open, print }) {
    readOptions(args, {});
    const { apiKeys } = await open();
    for (const key of await apiKeys.list()) {
      const state = key.revokedAt
        ? `revoked ${day(key.revokedAt)}`
        : `until ${day(key.expiresAt) ?? 'revoked'}`;
      const reach = [
        ...key.regions.map((code) => `region ${code}`),
        key.territoryId && `territory ${key.territoryId}`,
      ];
      const columns = [
        key.prefix,
        key.name,
        key.scopes.join(' '),
        ...reach,
        state,
        `used ${day(key.lastUsedAt) ?? 'never'}`,
      ];
      print(columns.filter(Boolean).join('; '));
    }
  },

  async revoke(args, { open, print }) {
    const given = readOptions(args, { prefix: { type: 'string' } });
    const prefix = need('prefix', given.prefix);
    const { apiKeys } = await open();
    const outcome = await apiKeys.revoke(prefix);
    if (outcome === 'unknown') throw new UsageError(`no key starts with "${prefix}": see api-key list`);
    print(`${prefix} is ${outcome}.`);
  },
};

export const apiKey: Command = {
  usage:
    'api-key create --name <name> [--scope <scope>]… [--region <code>]… [--territory <uuid>] [--days <number>] | list | revoke --prefix <prefix>',
  async run([action = '', ...args], context) {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!run) throw new UsageError('api-key is followed by create, list or revoke');
    await run(args, context);
  },
};

function day(date: Date | null): string | undefined {
  return date?.toISOString().slice(0, 10);
}
