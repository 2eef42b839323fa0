import type { SubgraphContext } from '@ancrage/subgraph';
import { RetentionRule, selectRetentionRules } from '@ancrage/subgraph/retention-rule';
import { Ctx, Query, Resolver } from 'type-graphql';
import { RETENTION_CLOCKS } from './retention-clocks.js';

@Resolver()
export class RetentionResolver {
  @Query(() => [RetentionRule], {
    description:
      'How long reports, invitations and contacts of premises are kept, and what leaves next. Agents only.',
  })
  offerRetention(@Ctx() context: SubgraphContext): Promise<RetentionRule[]> {
    return selectRetentionRules(context, RETENTION_CLOCKS);
  }
}
