import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { loadCommune } from '../commune/commune.queries.js';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { Territory } from '../territory/territory.entity.js';
import { toThresholds } from './thresholds.js';
import { CommuneVitality, Enrolment, FacilityVitality, Vitality } from './vitality.js';
import { loadCommuneVitality, selectThresholds, selectVitality } from './vitality.queries.js';

@Resolver(() => Territory)
export class TerritoryVitalityResolver {
  @FieldResolver(() => Vitality, {
    description: 'Its schools and crèches, and how they stand against its thresholds, up to a year.',
  })
  async vitality(
    @Root() { id }: Territory,
    @Ctx() context: SubgraphContext,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<Vitality> {
    if (year != null) reportingDate(year);
    const [thresholds, facilities] = await Promise.all([
      selectThresholds(context, id),
      selectVitality(context, id, { year: year ?? null }),
    ]);
    const years = facilities.flatMap(({ enrolments }) => enrolments.map((one) => one.year));
    return {
      year: years.length > 0 ? Math.max(...years) : null,
      thresholds: toThresholds(thresholds.set, thresholds.demonstration),
      communes: byCommune(facilities),
    };
  }
}

/** Their order, by name of the commune, stays. */
function byCommune(facilities: FacilityVitality[]): CommuneVitality[] {
  const communes = new Map<string, CommuneVitality>();
  for (const facility of facilities) {
    const code = facility.communeCode;
    const commune = communes.get(code) ?? { code, facilities: [] };
    commune.facilities.push(facility);
    communes.set(code, commune);
  }
  return [...communes.values()];
}

@Resolver(() => CommuneVitality)
export class CommuneVitalityResolver {
  @FieldResolver(() => Commune)
  commune(@Root() { code }: CommuneVitality, @Ctx() context: SubgraphContext) {
    return loadCommune(context, code);
  }
}

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @FieldResolver(() => Source, { nullable: true, description: 'Who gave these figures.' })
  source(@Root() { sourceId }: Enrolment, @Ctx() context: SubgraphContext) {
    return loadSource(context, sourceId);
  }
}

@Resolver(() => Commune)
export class CommuneFacilitiesVitalityResolver {
  @FieldResolver(() => [FacilityVitality], {
    description: 'Its schools and crèches, and how they stand against the territory’s thresholds.',
  })
  vitality(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<FacilityVitality[]> {
    return loadCommuneVitality(context, code);
  }
}
