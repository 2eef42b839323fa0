import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
import { UpcomingArguments } from '../session/session.input.js';
import { DiscoverySessionConnection } from '../session/session-connection.js';
import { loadUpcomingSessionsOfCommune } from '../session/upcoming-sessions.queries.js';

@Resolver(() => Commune)
export class CommuneResolver {
  @FieldResolver(() => DiscoverySessionConnection, {
    nullable: true,
    description: 'The next sessions that it hosts; null in a request about no territory.',
  })
  upcomingSessions(
    @Root() { code }: Commune,
    @Args(() => UpcomingArguments) { first }: UpcomingArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<DiscoverySessionConnection> | null {
    return context.scope.territoryId ? loadUpcomingSessionsOfCommune(context, code, first) : null;
  }
}
