import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { Arg, Ctx, FieldResolver, Float, ID, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { Territory } from '../territory/territory.entity.js';
import { selectListedTypes } from './distance.queries.js';
import { distancesTo } from './distance-table.js';

const MAXIMUM_TYPES = 60;

@Resolver(() => Commune)
export class CommuneDistancesResolver {
  @FieldResolver(() => [Float], {
    nullable: 'itemsAndList',
    description:
      'Kilometres as the crow flies from its centre to the nearest service of each type known in the territory, in the order asked, to one decimal: 0 when it is in the commune, null when none is known. Null without a territory. At most 60 types.',
  })
  async distances(
    @Root() { code }: Commune,
    @Arg('types', () => [ID]) types: string[],
    @Ctx() context: SubgraphContext,
  ): Promise<(number | null)[] | null> {
    if (types.length > MAXIMUM_TYPES) throw new BadInputError(`${MAXIMUM_TYPES} types au plus.`, 'types');
    const { territoryId } = context.scope;
    if (!territoryId) return null;
    if (types.length === 0) return [];
    const distances = await context.load('distances', types.join(), ([asked = '']) =>
      Promise.all([distancesTo(context, territoryId, asked.split(','))]),
    );
    return distances.of(code);
  }
}

@Resolver(() => Territory)
export class ListedTypesResolver {
  @FieldResolver(() => [ID], {
    description:
      'Types of service that some source lists completely: a commune without one there has none. Of any other type, none known means unknown.',
  })
  listedTypes(@Root() { id }: Territory, @Ctx() context: SubgraphContext): Promise<string[]> {
    return selectListedTypes(context, id);
  }
}
