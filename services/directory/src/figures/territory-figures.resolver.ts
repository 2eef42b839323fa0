import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { suppressAround } from '@ancrage/subgraph/suppression';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Territory } from '../references.js';
import { DirectoryIndicators } from './directory-indicators.js';
import { loadFigures } from './figures.queries.js';

@Resolver(() => Territory)
export class TerritoryFiguresResolver {
  @FieldResolver(() => DirectoryIndicators, { nullable: true })
  async directoryIndicators(
    @Root() { id }: Territory,
    @Ctx() context: SubgraphContext,
  ): Promise<DirectoryIndicators> {
    const { identified, published, demonstration } = await loadFigures(context, id);
    return {
      // What a region may not publish of a territory, the territory's own page must not give away. Nor who, beside
      // those published, did not agree to be.
      solosIdentified: context.isStaffOf(id) ? identified : suppressAround(identified, [published]).value,
      solosPublished: published,
      asOf: reportingDate(),
      demonstration,
    };
  }
}
