import type { SubgraphContext } from '@ancrage/subgraph';
import type { RegionYears } from '@ancrage/subgraph/region-years';
import { reportingDate, yearOf } from '@ancrage/subgraph/reporting-date';
import { readTerritoryList } from '@ancrage/subgraph/territory-list';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Region, type Territory } from '../references.js';
import { BreakdownCell, RegionAccompanimentIndicators, RegionIndicator } from './accompaniment-indicators.js';
import { loadRegionYears, type RegionCount } from './region-changes.queries.js';

const COUNTS = {
  [RegionIndicator.PROSPECTS_ATTENDED]: 'attended',
  [RegionIndicator.INSTALLATIONS_EFFECTIVE]: 'effective',
  [RegionIndicator.INSTALLATIONS_PLANNED]: 'planned',
} as const;

@Resolver(() => Region)
export class RegionFiguresResolver {
  @FieldResolver(() => RegionAccompanimentIndicators, {
    nullable: true,
    description: 'Of all its territories together, up to today or to the end of a year.',
  })
  @Directive('@requires(fields: "territoryList")')
  async accompanimentIndicators(
    @Root() region: Region,
    @Ctx() context: SubgraphContext,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<RegionAccompanimentIndicators> {
    const asked = yearOf(year);
    return indicatorsOf(await loadRegionYears(context, region), asked);
  }

  @FieldResolver(() => [RegionAccompanimentIndicators], {
    nullable: true,
    description:
      'The same at the end of every year since the first of which a territory knows something, and today.',
  })
  @Directive('@requires(fields: "territoryList")')
  async accompanimentTrend(
    @Root() region: Region,
    @Ctx() context: SubgraphContext,
  ): Promise<RegionAccompanimentIndicators[]> {
    const years = await loadRegionYears(context, region);
    return years.years.map((year) => indicatorsOf(years, year));
  }

  @FieldResolver(() => [BreakdownCell], {
    nullable: true,
    description: 'One figure by territory, up to today or to the end of a year.',
  })
  @Directive('@requires(fields: "territoryList")')
  async breakdown(
    @Root() region: Region,
    @Ctx() context: SubgraphContext,
    @Arg('indicator', () => RegionIndicator) indicator: RegionIndicator,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<BreakdownCell[]> {
    const asked = yearOf(year);
    const cells = (await loadRegionYears(context, region)).cells(COUNTS[indicator], asked);
    const territories = readTerritoryList(region.territoryList);
    return cells.map(({ value, suppressed }, index) => ({
      territory: territories[index] as Territory,
      value,
      suppressed,
    }));
  }
}

const indicatorsOf = (years: RegionYears<RegionCount>, year: number): RegionAccompanimentIndicators => ({
  prospectsAttended: years.total('attended', year),
  installationsEffective: years.total('effective', year),
  installationsPlanned: years.total('planned', year),
  asOf: reportingDate(year),
  demonstration: years.demonstration(year),
});
