import type { SubgraphContext } from '@ancrage/subgraph';
import { ownUserId } from './own-policies.js';

/** The request on behalf of the person whom a signed link made known: the database lets them act on their own rows alone. */
export function asSolo(context: SubgraphContext, soloId: string): SubgraphContext {
  return context.onBehalfOf({ userId: ownUserId(soloId), role: 'PUBLIC', regions: [], operator: false });
}

/**
 * The request with the territory's own rights: to find whether an address is known, and to let somebody in who is not.
 * Nothing of what is read this way may show in the answer.
 */
export function asTerritory(context: SubgraphContext): SubgraphContext {
  return context.onBehalfOf({ userId: 'self-service', role: 'AGENT', regions: [], operator: false });
}
