import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { loadCommune } from '../commune/commune.queries.js';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { DistanceMethod, FacilityConnection, FacilityNode, Presence, PresenceStatus } from './facility.js';
import { type PresenceRow, selectFacilities, selectPresence, toFacility } from './facility.queries.js';

const MAXIMUM_TYPES = 60;

@Resolver(() => FacilityNode)
export class FacilityResolver {
  @FieldResolver(() => Commune)
  commune(@Root() { communeCode }: FacilityNode, @Ctx() context: SubgraphContext) {
    return loadCommune(context, communeCode);
  }

  @FieldResolver(() => Source)
  source(@Root() { sourceId }: FacilityNode, @Ctx() context: SubgraphContext) {
    return loadSource(context, sourceId);
  }
}

@Resolver(() => Commune)
export class CommuneFacilitiesResolver {
  @FieldResolver(() => FacilityConnection, { description: 'Its facilities, by type then name.' })
  facilities(
    @Root() { code }: Commune,
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return selectFacilities(context, code, first, after);
  }

  @FieldResolver(() => [Presence], { description: 'Whether each of these types is there; at most 60 types.' })
  async presence(
    @Root() commune: Commune,
    @Arg('types', () => [ID]) types: string[],
    @Ctx() context: SubgraphContext,
  ): Promise<Presence[]> {
    if (types.length > MAXIMUM_TYPES) throw new BadInputError(`${MAXIMUM_TYPES} types au plus.`, 'types');
    return (await selectPresence(context, commune, types)).map(toPresence);
  }
}

function toPresence({ typeCode, status, count, distanceKm, nearest }: PresenceRow): Presence {
  const elsewhere =
    status !== PresenceStatus.PRESENT && nearest && distanceKm !== null
      ? { distanceKm, method: DistanceMethod.CROW_FLIES, facility: toFacility(nearest) }
      : null;
  return { type: { code: typeCode }, status, count, nearest: elsewhere };
}
