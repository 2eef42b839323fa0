import type { SubgraphContext } from '@ancrage/subgraph';
import { asOwner, ownPolicies } from '@ancrage/subgraph/self-service';
import type { PolicyDef } from '@mikro-orm/core';

/** The user id under which a sponsor acts, made known by a signed link of an e-mail. */
export const sponsorUserId = (sponsorId: string): string => `sponsor:${sponsorId}`;

/** Lets a sponsor act on what is its own; `column` holds the sponsor's id. */
export const sponsorPolicies = (
  column: string,
  ...commands: ('select' | 'insert' | 'update')[]
): PolicyDef[] =>
  ownPolicies('sponsor', column, ...commands).map((policy) => ({
    ...policy,
    name: `sponsor_${policy.command}`,
  }));

/** The request on behalf of a sponsor: the database lets it act on its own rows alone. */
export const asSponsor = (context: SubgraphContext, sponsorId: string): SubgraphContext =>
  asOwner(context, sponsorUserId(sponsorId));
