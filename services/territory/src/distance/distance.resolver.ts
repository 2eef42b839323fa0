import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { Arg, Ctx, FieldResolver, Float, ID, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { Territory } from '../territory/territory.entity.js';
import { selectCompleteness } from './distance.queries.js';
import { type Distances, distancesTo } from './distance-table.js';
import { ListingExtent, TypeListing } from './type-listing.js';

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
    return (await measured(context, types))?.toServices(code) ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Share of the types that matter known to be there or not, 0 to 1, ready for lists and maps.',
  })
  completeness(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<number | null> {
    return context.load('completeness', code, (codes: readonly string[]) =>
      selectCompleteness(context, context.requireTerritory(), codes),
    );
  }
}

@Resolver(() => Territory)
export class TypeListingsResolver {
  @FieldResolver(() => [TypeListing], {
    description:
      'What tells absent from unknown: of each of these types, where all services are known. At most 60 types.',
  })
  async typeListings(
    @Root() { id }: Territory,
    @Arg('types', () => [ID]) types: string[],
    @Ctx() context: SubgraphContext,
  ): Promise<TypeListing[]> {
    refuseTooMany(types);
    const { gaps } = await distancesTo(context, id, types);
    return types.map((code, place) => ({ type: { code }, ...listingOf(gaps(place)) }));
  }
}

/** The territory's distances, once for all communes that one request asks about. */
function measured(context: SubgraphContext, types: string[]): Promise<Distances> | null {
  refuseTooMany(types);
  const { territoryId } = context.scope;
  if (!territoryId) return null;
  return context.load('distances', types.join(), () =>
    Promise.all([distancesTo(context, territoryId, types)]),
  );
}

function refuseTooMany(types: readonly string[]): void {
  if (types.length > MAXIMUM_TYPES) throw new BadInputError(`${MAXIMUM_TYPES} types au plus.`, 'types');
}

function listingOf(gaps: (number | null)[]): Omit<TypeListing, 'type'> {
  if (gaps.every((gap) => gap === null)) return { extent: ListingExtent.EVERYWHERE, gaps: null };
  if (gaps.every((gap) => gap === 0)) return { extent: ListingExtent.NOWHERE, gaps: null };
  return { extent: ListingExtent.SOMEWHERE, gaps };
}
