import type { SubgraphContext } from '@ancrage/subgraph';
import { CURRENT_TERRITORY } from '@ancrage/subgraph/policies';
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

/**
 * Lets the two sides of a pair reach each other while it is active, and not before: `side` is who reads, `id` the column
 * of the other side's row that holds its id. The test on the user comes first, so that members' reads do not pay for it.
 */
export function acquaintedPolicy(side: 'household' | 'sponsor', id: string): PolicyDef {
  const [mine, theirs] = side === 'household' ? ['prospect_id', 'sponsor_id'] : ['sponsor_id', 'prospect_id'];
  return {
    name: 'acquainted_select',
    command: 'select',
    using: `case when current_setting('app.user_id', true) like '${side}:%' then territory_id = ${CURRENT_TERRITORY}
      and exists (select from sponsorship s where s.${theirs} = ${id} and s.status = 'ACTIVE'
        and '${side}:' || s.${mine} = current_setting('app.user_id', true)) else false end`,
  };
}

/** The request on behalf of a sponsor: the database lets it act on its own rows alone. */
export const asSponsor = (context: SubgraphContext, sponsorId: string): SubgraphContext =>
  asOwner(context, sponsorUserId(sponsorId));
