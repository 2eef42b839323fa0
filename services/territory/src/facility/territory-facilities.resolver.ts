import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { FacilityConnection, FacilityNode } from './facility.js';
import { selectFacilitiesOf } from './territory-facilities.queries.js';

@ArgsType()
class FacilitiesArguments extends ConnectionArguments {
  @Field(() => [ID], { description: 'INSEE codes of communes; at most 100.' })
  @ArrayMaxSize(100)
  communes!: string[];
}

@Resolver(() => FacilityNode)
export class TerritoryFacilitiesResolver {
  @Query(() => FacilityConnection, {
    description: 'Facilities of some communes of the request’s territory, by commune, type and name.',
  })
  facilities(
    @Args(() => FacilitiesArguments) { communes, first, after }: FacilitiesArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<FacilityConnection> {
    return selectFacilitiesOf(context, communes, first, after);
  }
}
