import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { suppressAround } from '@ancrage/subgraph/suppression';
import { DateResolver } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Territory } from '../references.js';
import { DirectoryIndicators } from './directory-indicators.js';
import { loadFigures, type SoloFigures, selectFigures } from './figures.queries.js';

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

  @FieldResolver(() => DirectoryIndicators, {
    nullable: true,
    description:
      'The same as it was on a day that has passed, counted from the records as they are known today. Null to others than its members: beside the figures of today it would tell of the few who came between.',
  })
  async directoryIndicatorsOn(
    @Root() { id }: Territory,
    @Arg('day', () => DateResolver) day: Date,
    @Ctx() context: SubgraphContext,
  ): Promise<DirectoryIndicators | null> {
    if (!context.isStaffOf(id)) return null;
    const asked = day.toISOString().slice(0, 10);
    const [today, first] = [reportingDate(), '2000-01-01'];
    const asOf = asked > today ? today : asked < first ? first : asked;
    const [figures] = await selectFigures(context, [id], asOf);
    const { identified, published, demonstration } = figures as SoloFigures;
    return { solosIdentified: identified, solosPublished: published, asOf, demonstration };
  }
}
