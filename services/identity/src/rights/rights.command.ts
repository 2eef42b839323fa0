import { check, need, readOptions, UsageError } from '../command/arguments.js';
import type { Command } from '../command/command.js';
import { MEMBER_ROLES, type MemberRole } from './membership.entity.js';
import type { RevokedRight, Right } from './rights.service.js';

const TARGET = {
  email: { type: 'string' },
  territory: { type: 'string' },
  region: { type: 'string' },
  operator: { type: 'boolean' },
} as const;

type Target = { territory?: string; region?: string; operator?: boolean };

export const grant: Command = {
  usage:
    'grant --email <address> (--territory <uuid> --role <role> | --region <code> | --operator) [--name <name>]',
  async run(args, { open, print }) {
    const given = readOptions(args, { ...TARGET, role: { type: 'string' }, name: { type: 'string' } });
    const email = check('email', 'email', need('email', given.email));
    const target = readTarget(given);
    if (given.role !== undefined && target.kind !== 'membership')
      throw new UsageError('--role goes with --territory');
    const right: Right =
      target.kind === 'membership' ? { ...target, role: readRole(need('role', given.role)) } : target;
    const name = given.name === undefined ? undefined : check('name', 'text', given.name);
    const { rights } = await open();
    await rights.grant(email, right, name);
    print(`${email} is now ${describe(right)}.`);
  },
};

export const revoke: Command = {
  usage: 'revoke --email <address> (--territory <uuid> | --region <code> | --operator)',
  async run(args, { open, print }) {
    const given = readOptions(args, TARGET);
    const email = check('email', 'email', need('email', given.email));
    const target = readTarget(given);
    const { rights } = await open();
    const had = await rights.revoke(email, target);
    print(`${email} ${had ? 'is no longer' : 'was not'} ${describe(target)}.`);
  },
};

export const list: Command = {
  usage: 'list',
  async run(args, { open, print }) {
    readOptions(args, {});
    const { rights } = await open();
    for (const { email, operator, memberships, regions } of await rights.list()) {
      const all: Right[] = [
        ...(operator ? [{ kind: 'operator' } as const] : []),
        ...memberships.map((membership) => ({ kind: 'membership', ...membership }) as const),
        ...regions.map((code) => ({ kind: 'region', code }) as const),
      ];
      print(`${email}: ${all.map(describe).join('; ') || 'no rights'}`);
    }
  },
};

function readTarget({ territory, region, operator }: Target): RevokedRight {
  const count = [territory, region, operator].filter((value) => value !== undefined).length;
  if (count !== 1) throw new UsageError('give one of --territory, --region or --operator');
  if (territory !== undefined)
    return { kind: 'membership', territoryId: check('territory', 'territory', territory) };
  if (region !== undefined) return { kind: 'region', code: check('region', 'region', region) };
  return { kind: 'operator' };
}

function readRole(role: string): MemberRole {
  const known = MEMBER_ROLES.find((one) => one === role.toUpperCase());
  if (!known) throw new UsageError(`--role must be one of ${MEMBER_ROLES.join(', ')} (it is "${role}")`);
  return known;
}

function describe(right: Right | RevokedRight): string {
  if (right.kind === 'operator') return 'operator of the platform';
  if (right.kind === 'region') return `observer of region ${right.code}`;
  return `${'role' in right ? right.role : 'a member'} of territory ${right.territoryId}`;
}
