import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { suppress, suppressBreakdown } from '@ancrage/subgraph/suppression';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Region } from '../references.js';
import { BreakdownCell, RegionAccompanimentIndicators, RegionIndicator } from './accompaniment-indicators.js';
import { selectFigures } from './figures.queries.js';

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
  @Directive('@requires(fields: "territoryIds")')
  async accompanimentIndicators(
    @Root() { territoryIds }: Region,
    @Ctx() context: SubgraphContext,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<RegionAccompanimentIndicators> {
    const asOf = reportingDate(year);
    const figures = await selectFigures(context, territoryIds, asOf);
    const total = (indicator: RegionIndicator) =>
      suppress(figures.reduce((sum, row) => sum + row[COUNTS[indicator]], 0));
    return {
      prospectsAttended: total(RegionIndicator.PROSPECTS_ATTENDED),
      installationsEffective: total(RegionIndicator.INSTALLATIONS_EFFECTIVE),
      installationsPlanned: total(RegionIndicator.INSTALLATIONS_PLANNED),
      asOf,
      demonstration: figures.some((row) => row.demonstration),
    };
  }

  @FieldResolver(() => [BreakdownCell], {
    nullable: true,
    description: 'One figure by territory, up to today or to the end of a year.',
  })
  @Directive('@requires(fields: "territoryIds")')
  async breakdown(
    @Root() { territoryIds }: Region,
    @Ctx() context: SubgraphContext,
    @Arg('indicator', () => RegionIndicator) indicator: RegionIndicator,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<BreakdownCell[]> {
    const figures = await selectFigures(context, territoryIds, reportingDate(year));
    const byTerritory = new Map(figures.map((row) => [row.territoryId, row[COUNTS[indicator]]]));
    const cells = suppressBreakdown(territoryIds.map((id) => byTerritory.get(id) ?? 0));
    return territoryIds.map((id, index) => ({ territory: { id }, ...cells[index]! }));
  }
}
