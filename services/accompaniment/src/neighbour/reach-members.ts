import { randomUUID } from 'node:crypto';
import {
  MEMBERS_PATH,
  type MembersAnswer,
  type MembersAsk,
  MOST_MEMBERS_ASKED,
  type ReachableMember,
} from '@ancrage/signature/members';
import type { ThroughGateway } from './through-gateway.js';

/**
 * Which of these accounts carry steps in a territory, by account, and how they are reached: whoever is missing has left.
 * Rejects when identity does not answer.
 */
export type ReachMembers = (
  territoryId: string,
  accounts: readonly string[],
) => Promise<ReadonlyMap<string, ReachableMember>>;

export const reachMembersThrough =
  (gateway: ThroughGateway): ReachMembers =>
  async (territoryId, accounts) => {
    const reached = new Map<string, ReachableMember>();
    const asker = { requestId: randomUUID(), territoryId, viewer: null };
    for (let start = 0; start < accounts.length; start += MOST_MEMBERS_ASKED) {
      const ask: MembersAsk = { accounts: accounts.slice(start, start + MOST_MEMBERS_ASKED) };
      const { members } = await gateway.ask<MembersAnswer>(`${MEMBERS_PATH}/identity`, ask, asker);
      for (const member of members) reached.set(member.id, member);
    }
    return reached;
  };
