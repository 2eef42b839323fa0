import { letterClocks } from '@ancrage/post/forget-letters';
import type { SubgraphContext } from '@ancrage/subgraph';
import { RetentionRule, selectRetentionRules } from '@ancrage/subgraph/retention-rule';
import { Ctx, Query, Resolver } from 'type-graphql';
import { LINK_CLOCK } from '../entry/forget-links.js';
import { UNANSWERED } from './forget-unanswered.js';

const CLOCKS = [UNANSWERED, ...letterClocks('solo_id'), LINK_CLOCK];

@Resolver()
export class RetentionResolver {
  @Query(() => [RetentionRule], {
    description:
      'How long people who never agreed, letters and links are kept, and what leaves next. Agents only.',
  })
  directoryRetention(@Ctx() context: SubgraphContext): Promise<RetentionRule[]> {
    return selectRetentionRules(context, CLOCKS);
  }
}
