import type { SubgraphContext } from '@ancrage/subgraph';
import type { RegionFigure } from '@ancrage/subgraph/region-figure';
import type { RegionYears } from '@ancrage/subgraph/region-years';
import { reportingDate, yearOf } from '@ancrage/subgraph/reporting-date';
import { suppress } from '@ancrage/subgraph/suppression';
import { readTerritoryList } from '@ancrage/subgraph/territory-list';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Region, type Territory } from '../references.js';
import {
  DirectoryCell,
  RegionDirectoryIndicator,
  RegionDirectoryIndicators,
} from './directory-indicators.js';
import { loadRegionYears, type SoloCount } from './region-changes.queries.js';

const COUNTS = {
  [RegionDirectoryIndicator.SOLOS_IDENTIFIED]: 'identified',
  [RegionDirectoryIndicator.SOLOS_PUBLISHED]: 'published',
} as const;

@Resolver(() => Region)
export class RegionFiguresResolver {
  @FieldResolver(() => RegionDirectoryIndicators, {
    nullable: true,
    description: 'Of all its territories together, up to today or to the end of a year.',
  })
  @Directive('@requires(fields: "territoryList")')
  async directoryIndicators(
    @Root() region: Region,
    @Ctx() context: SubgraphContext,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<RegionDirectoryIndicators> {
    const asked = yearOf(year);
    return indicatorsOf(await loadRegionYears(context, region), asked);
  }

  @FieldResolver(() => [RegionDirectoryIndicators], {
    nullable: true,
    description:
      'The same at the end of every year since the first of which a territory knows something, and today.',
  })
  @Directive('@requires(fields: "territoryList")')
  async directoryTrend(
    @Root() region: Region,
    @Ctx() context: SubgraphContext,
  ): Promise<RegionDirectoryIndicators[]> {
    const years = await loadRegionYears(context, region);
    return years.years.map((year) => indicatorsOf(years, year));
  }

  @FieldResolver(() => [DirectoryCell], {
    nullable: true,
    description: 'One figure of the directories by territory, up to today or to the end of a year.',
  })
  @Directive('@requires(fields: "territoryList")')
  async directoryBreakdown(
    @Root() region: Region,
    @Ctx() context: SubgraphContext,
    @Arg('indicator', () => RegionDirectoryIndicator) indicator: RegionDirectoryIndicator,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<DirectoryCell[]> {
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

const indicatorsOf = (years: RegionYears<SoloCount>, year: number): RegionDirectoryIndicators => ({
  solosIdentified: years.total('identified', year),
  solosPublished: year === years.lastYear ? publishedToday(years) : years.total('published', year),
  asOf: reportingDate(year),
  demonstration: years.demonstration(year),
});

/** Who is published today agreed to be, by name: the directories can be counted, so their sum gives nobody away. */
function publishedToday(years: RegionYears<SoloCount>): RegionFigure {
  const sum = years.values('published').reduce((total, value) => total + value, 0);
  const { value, suppressed } = suppress(sum);
  return suppressed ? years.total('published') : { value, suppressed, atLeast: sum, atMost: sum };
}
