import type { SubgraphContext } from '@ancrage/subgraph';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { FacilityFamily, FacilityType } from './facility-type.js';
import { FACILITY_TYPES, facilityTypeOf, familyOf } from './facility-types.js';

@Resolver(() => FacilityType)
export class FacilityTypeResolver {
  @Query(() => [FacilityType], { description: 'The types of service that the platform knows, by family.' })
  facilityTypes(): FacilityType[] {
    return FACILITY_TYPES;
  }

  @FieldResolver(() => String)
  label(
    @Root() { code }: FacilityType,
    @Ctx() { origin }: SubgraphContext,
    @Arg('locale', () => String, { nullable: true }) locale?: string,
  ): string {
    const labels = facilityTypeOf(code)?.labels;
    return (locale ?? origin.locale) === 'en' ? (labels?.en ?? code) : (labels?.fr ?? code);
  }

  @FieldResolver(() => FacilityFamily)
  family(@Root() { code }: FacilityType): FacilityFamily {
    return familyOf(code);
  }
}
