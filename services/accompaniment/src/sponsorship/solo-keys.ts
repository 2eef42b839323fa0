import type { SubgraphContext } from '@ancrage/subgraph';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { knownKeys } from './sponsor-facts.js';

const CONTACT = 'query SoloOfSponsor($id: ID!) { soloRecord(id: $id) { contact { email phone } } }';

interface Answer {
  soloRecord: { contact: { email: string | null; phone: string | null } } | null;
}

/**
 * By which address and number the directory knows a solo today, asked with the agent's own rights: a household that has
 * one of them is this very person, whatever was typed of the sponsor. None while the directory does not answer: what was
 * learnt of them before counts then.
 */
export async function soloKeys(
  context: SubgraphContext,
  ask: AskNeighbour,
  soloId: string | null,
): Promise<string[]> {
  if (!soloId) return [];
  try {
    const { soloRecord } = await ask<Answer>(context, 'directory', {
      query: CONTACT,
      variables: { id: soloId },
    });
    const { email, phone } = soloRecord?.contact ?? {};
    return knownKeys([email, phone].filter((key) => typeof key === 'string'));
  } catch (error) {
    context.log.warn({ err: error }, 'the directory could not be asked for a solo who sponsors');
    return [];
  }
}

/** The same for the solo that a sponsor is, if one. */
export async function keysOfSponsor(
  context: SubgraphContext,
  ask: AskNeighbour,
  sponsorId: string,
): Promise<string[]> {
  const [sponsor] = await context.read<{ soloId: string | null }>({
    name: 'solo of a sponsor',
    text: 'select solo_id as "soloId" from sponsor where territory_id = $1 and id::text = $2 and left_at is null',
    values: [context.requireTerritory(), sponsorId.toLowerCase()],
  });
  return soloKeys(context, ask, sponsor?.soloId ?? null);
}
