import type { SubgraphContext } from '@ancrage/subgraph';
import { eraseTenant } from '@ancrage/tenant/erase-tenant';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, Mutation, Resolver } from 'type-graphql';

@ArgsType()
class ErasureArguments {
  @Field(() => String, { description: 'The territory’s short name, typed by hand.' })
  @MaxLength(100)
  confirmation!: string;
}

@Resolver()
export class DepartureResolver {
  @Mutation(() => Int, {
    description:
      'Takes away all that the directory has of the request’s territory, for an operator; how many rows went. The territory itself goes last, by deleteTerritory. Done again it finds nothing more.',
  })
  eraseTerritoryDirectory(
    @Args(() => ErasureArguments) { confirmation }: ErasureArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<number> {
    return eraseTenant(context, confirmation);
  }
}
