import type { ReachableMember } from '@ancrage/signature/members';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserAccount } from '../account/user-account.entity.js';
import { type MemberRole, Membership } from './membership.entity.js';
import type { Rights } from './rights.service.js';

/** Somebody who follows households in a territory, as the others of the territory know them. */
export interface Colleague {
  id: string;
  name: string;
}

const FOLLOW = ['AGENT', 'ADMINISTRATOR'] as const;

/** Whether somebody with these rights works with a territory's households. */
export const follows = ({ memberships, operator }: Rights, territoryId: string): boolean =>
  operator ||
  memberships.some((held) => held.territoryId === territoryId && FOLLOW.some((role) => role === held.role));

/** The agents and administrators of a territory by name. The transaction must be allowed to see its members. */
export async function colleagues(em: EntityManager, territoryId: string): Promise<Colleague[]> {
  const members = await em.find(Membership, { territoryId, role: { $in: [...FOLLOW] } });
  const accounts = await em.find(
    UserAccount,
    { id: { $in: members.map(({ user }) => user) } },
    { orderBy: { name: 'asc', email: 'asc' } },
  );
  return accounts.map(({ id, name, email }) => ({ id, name: name || email }));
}

/** Somebody to whom a step of a welcome can be given. */
export interface Carrier extends Colleague {
  role: MemberRole;
}

const CARRY = [...FOLLOW, 'CONTRIBUTOR'] as const;

/** The agents, administrators and contributors of a territory by name. The transaction must be allowed to see them. */
export async function carriers(em: EntityManager, territoryId: string): Promise<Carrier[]> {
  const reachable = await reachableCarriers(em, territoryId);
  return reachable.map(({ id, name, role }) => ({ id, name, role }));
}

/** The same with their addresses: for other services, never for the site. */
export async function reachableCarriers(em: EntityManager, territoryId: string): Promise<ReachableMember[]> {
  const members = await em.find(Membership, { territoryId, role: { $in: [...CARRY] } });
  const roles = new Map(members.map(({ user, role }) => [user, role as ReachableMember['role']]));
  const accounts = await em.find(
    UserAccount,
    { id: { $in: [...roles.keys()] } },
    { orderBy: { name: 'asc', email: 'asc' } },
  );
  return accounts.map(({ id, name, email }) => ({ id, name: name || email, email, role: roles.get(id)! }));
}
