import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Territory } from '../references.js';
import { UpcomingArguments } from '../session/session.input.js';
import { DiscoverySessionConnection } from '../session/session-connection.js';
import { selectUpcomingSessions } from '../session/upcoming-sessions.queries.js';

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => DiscoverySessionConnection, { nullable: true, description: 'Its next sessions.' })
  upcomingSessions(
    @Root() { id }: Territory,
    @Args(() => UpcomingArguments) { first }: UpcomingArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<DiscoverySessionConnection> {
    return selectUpcomingSessions(context, id, first);
  }
}
