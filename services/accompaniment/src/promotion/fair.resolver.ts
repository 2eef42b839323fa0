import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Fair } from './fair.entity.js';
import { FairArguments, FairsArguments } from './fair.input.js';
import { selectFair, selectFairs } from './fair.queries.js';
import { FairConnection } from './fair-connection.js';

@Resolver(() => Fair)
export class FairResolver {
  @Query(() => FairConnection, {
    // A page asks several subgraphs: one that fails must not take the others' answers with it.
    nullable: true,
    description: 'Fairs where the territory can be met, those that it announces, by date.',
  })
  fairs(
    @Args(() => FairsArguments) page: FairsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<FairConnection> {
    return selectFairs(context, page);
  }

  @Query(() => Fair, {
    nullable: true,
    description: 'An announced fair by its short name; null when there is none.',
  })
  fair(
    @Args(() => FairArguments) { slug }: FairArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Fair | null> {
    return selectFair(context, slug);
  }
}
