import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { suppress } from '@ancrage/subgraph/suppression';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Region, Territory } from '../references.js';
import { DirectoryIndicators, RegionDirectoryIndicators } from './directory-indicators.js';
import { loadFigures, selectFigures } from './figures.queries.js';

@Resolver(() => Territory)
export class TerritoryFiguresResolver {
  @FieldResolver(() => DirectoryIndicators, { nullable: true })
  async directoryIndicators(
    @Root() { id }: Territory,
    @Ctx() context: SubgraphContext,
  ): Promise<DirectoryIndicators> {
    const { identified, published, demonstration } = await loadFigures(context, id);
    return {
      // What a region may not publish of a territory, the territory's own page must not give away.
      solosIdentified: context.isStaffOf(id) ? identified : suppress(identified).value,
      solosPublished: published,
      asOf: reportingDate(),
      demonstration,
    };
  }
}

@Resolver(() => Region)
export class RegionFiguresResolver {
  @FieldResolver(() => RegionDirectoryIndicators, {
    nullable: true,
    description: 'Of all its territories together, up to today or to the end of a year.',
  })
  @Directive('@requires(fields: "territoryIds")')
  async directoryIndicators(
    @Root() { territoryIds }: Region,
    @Ctx() context: SubgraphContext,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<RegionDirectoryIndicators> {
    const asOf = reportingDate(year);
    const figures = await selectFigures(context, territoryIds, asOf);
    const total = (count: 'identified' | 'published') => figures.reduce((sum, row) => sum + row[count], 0);
    return {
      solosIdentified: suppress(total('identified')),
      solosPublished: suppress(total('published')),
      asOf,
      demonstration: figures.some((row) => row.demonstration),
    };
  }
}
