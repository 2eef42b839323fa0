import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
import { loadSoloCount, loadSolosOfCommune } from '../solo/solo.queries.js';
import { SoloConnection } from '../solo/solo-connection.js';

/** What the directory adds to a commune, as the request's territory sees it. */
@Resolver(() => Commune)
export class CommuneResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many published solos it has; null in a request about no territory.',
  })
  soloCount(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<number> | null {
    return context.scope.territoryId ? loadSoloCount(context, code) : null;
  }

  @FieldResolver(() => SoloConnection, { nullable: true, description: 'Its published solos, by name.' })
  solos(
    @Root() { code }: Commune,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloConnection> | null {
    return context.scope.territoryId ? loadSolosOfCommune(context, code, page) : null;
  }
}
