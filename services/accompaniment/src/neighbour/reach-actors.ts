import { randomUUID } from 'node:crypto';
import type { Viewer } from '@ancrage/signature';
import { RELAYED_GRAPHQL_PATH } from '@ancrage/signature/relay';
import type { ThroughGateway } from './through-gateway.js';

/** How an actor of the reception network is written to. */
export interface ReachableActor {
  name: string;
  email: string;
}

/**
 * The actors of a territory's network that can be written to, by id: those that are still mobilised and left an address.
 * Rejects when the directory does not answer.
 */
export type ReachActors = (
  territoryId: string,
  actorIds: readonly string[],
) => Promise<ReadonlyMap<string, ReachableActor>>;

/** The least that members may: to read the network. */
const READER: Viewer = { userId: 'accompaniment', role: 'VIEWER', regions: [], operator: false };
const AT_A_TIME = 20;

interface Read {
  state: string;
  actor: { name: string };
  contacts: { email: string | null }[];
}

export const reachActorsThrough =
  (gateway: ThroughGateway): ReachActors =>
  async (territoryId, actorIds) => {
    const reached = new Map<string, ReachableActor>();
    const asker = { requestId: randomUUID(), territoryId, viewer: READER };
    for (let start = 0; start < actorIds.length; start += AT_A_TIME) {
      const ids = actorIds.slice(start, start + AT_A_TIME);
      const answer = await gateway.ask<{
        data?: Record<string, Read | null>;
        errors?: { message: string }[];
      }>(`${RELAYED_GRAPHQL_PATH}/directory`, questionAbout(ids), asker);
      if (!answer.data || answer.errors?.length)
        throw new Error(`directory: ${answer.errors?.[0]?.message ?? 'no data'}`);
      for (const [index, id] of ids.entries()) {
        const found = answer.data[`a${index}`];
        const email = found?.contacts.find((contact) => contact.email)?.email;
        if (found && email && found.state !== 'ARCHIVED') reached.set(id, { name: found.actor.name, email });
      }
    }
    return reached;
  };

function questionAbout(ids: readonly string[]) {
  const names = ids.map((_, index) => `a${index}`);
  return {
    query: `query ActorsToRemind(${names.map((name) => `$${name}: ID!`).join(', ')}) {
      ${names.map((name) => `${name}: networkRecord(id: $${name}) { ...Reach }`).join(' ')}
    }
    fragment Reach on NetworkRecord { state actor { name } contacts { email } }`,
    variables: Object.fromEntries(ids.map((id, index) => [`a${index}`, id])),
  };
}
