import type { SubgraphContext } from '@ancrage/subgraph';
import { asOwner } from '@ancrage/subgraph/self-service';
import { ownUserId } from './own-policies.js';

/** The request on behalf of the person whom a signed link made known: the database lets them act on their own rows alone. */
export function asSolo(context: SubgraphContext, soloId: string): SubgraphContext {
  return asOwner(context, ownUserId(soloId));
}
