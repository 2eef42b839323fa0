import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ChildrenArrived } from '../figures/children-arrived.js';
import { loadChildrenArrived } from '../figures/children-arrived.queries.js';
import { Commune } from '../references.js';
import { UpcomingArguments } from '../session/session.input.js';
import { DiscoverySessionConnection } from '../session/session-connection.js';
import { loadUpcomingSessionsOfCommune } from '../session/upcoming-sessions.queries.js';

const MAXIMUM_YEARS = 20;

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

  @FieldResolver(() => [ChildrenArrived], {
    nullable: true,
    description:
      'Children who arrived with installed households, by year; null in a request about no territory.',
  })
  childrenArrived(
    @Root() { code }: Commune,
    @Ctx() context: SubgraphContext,
    @Arg('from', () => Int, { nullable: true, description: 'Four years ago when left out.' }) from?:
      | number
      | null,
    @Arg('to', () => Int, { nullable: true, description: 'This year when left out.' }) to?: number | null,
  ): Promise<ChildrenArrived[]> | null {
    const { territoryId } = context.scope;
    if (!territoryId) return null;
    const last = to ?? new Date().getFullYear();
    const first = from ?? last - 4;
    if (first > last || last - first >= MAXIMUM_YEARS || first < 2000 || last > 2100)
      throw new BadInputError(`De 1 à ${MAXIMUM_YEARS} années, de 2000 à 2100.`, 'from');
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return loadChildrenArrived(context, territoryId, code, years);
  }
}
