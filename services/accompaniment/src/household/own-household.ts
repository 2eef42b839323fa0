import type { SubgraphContext } from '@ancrage/subgraph';
import { asOwner, ownPolicies } from '@ancrage/subgraph/self-service';
import type { PolicyDef } from '@mikro-orm/core';

/** The user id under which a household acts, made known by a signed link of an e-mail. */
export const householdUserId = (prospectId: string): string => `household:${prospectId}`;

/** Lets a household act on what is its own; `column` holds the prospect's id. */
export const householdPolicies = (
  column: string,
  ...commands: ('select' | 'insert' | 'update')[]
): PolicyDef[] => ownPolicies('household', column, ...commands);

/** The request on behalf of a household: the database lets it act on its own rows alone. */
export const asHousehold = (context: SubgraphContext, prospectId: string): SubgraphContext =>
  asOwner(context, householdUserId(prospectId));
