import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import {
  OfferReadiness,
  OperatedState,
  OperatedTerritory,
  OperatedTerritoryConnection,
} from './operated-territory.js';
import {
  selectOfferReadiness,
  selectOperatedTerritories,
  selectOperatedTerritory,
} from './operated-territory.queries.js';

@ArgsType()
class OperatedTerritoriesArguments extends ConnectionArguments {
  @Field(() => String, { nullable: true, description: 'Part of a name or of a short name.' })
  @MaxLength(120)
  search?: string;

  @Field(() => ID, { nullable: true, description: 'INSEE code of a region.' })
  @MaxLength(3)
  region?: string;

  @Field(() => OperatedState, { nullable: true })
  state?: OperatedState;
}

@Resolver(() => OperatedTerritory)
export class OperatedTerritoryResolver {
  @Query(() => OperatedTerritoryConnection, {
    description: 'Every territory by name, whatever its state; for operators.',
  })
  operatedTerritories(
    @Args(() => OperatedTerritoriesArguments)
    { search, region, state, first, after }: OperatedTerritoriesArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OperatedTerritoryConnection> {
    context.requireRole('OPERATOR');
    return selectOperatedTerritories(context, { search, region, state }, first, after);
  }

  @Query(() => OperatedTerritory, {
    nullable: true,
    description: 'The request’s territory (header x-territory), whatever its state; for operators.',
  })
  operatedTerritory(@Ctx() context: SubgraphContext): Promise<OperatedTerritory | null> {
    context.requireRole('OPERATOR');
    return selectOperatedTerritory(context);
  }

  @Query(() => OfferReadiness, {
    description: 'Whether the request’s territory has what its site shows; for operators.',
  })
  offerReadiness(@Ctx() context: SubgraphContext): Promise<OfferReadiness> {
    context.requireRole('OPERATOR');
    return selectOfferReadiness(context);
  }
}
