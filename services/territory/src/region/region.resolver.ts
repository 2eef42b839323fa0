import type { SubgraphContext } from '@ancrage/subgraph';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  loadOfferFigures,
  loadOfferIndicators,
  offerIndicatorsOf,
} from '../territory/offer-figures.queries.js';
import { Territory } from '../territory/territory.entity.js';
import { type RegionTerritories, selectTerritoriesOfRegion } from '../territory/territory.queries.js';
import { OfferIndicators } from '../territory/territory.types.js';
import { OfferCell } from './offer-cell.js';
import { Region } from './region.entity.js';
import { loadRegion } from './region.queries.js';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, {
    nullable: true,
    description: 'A region by its INSEE code; null when there is none.',
  })
  region(@Arg('code', () => ID) code: string, @Ctx() context: SubgraphContext): Promise<Region | null> {
    return loadRegion(context, code);
  }

  @FieldResolver(() => [Territory], { description: 'Its active territories, by name.' })
  async territories(@Root() { code }: Region, @Ctx() context: SubgraphContext): Promise<Territory[]> {
    return (await loadTerritories(context, code)).territories;
  }

  @FieldResolver(() => [ID], { description: 'Of its active territories, by name.' })
  async territoryIds(@Root() region: Region, @Ctx() context: SubgraphContext): Promise<string[]> {
    return (await this.territories(region, context)).map(({ id }) => id);
  }

  @FieldResolver(() => String, { description: 'What the other subgraphs count over, as one text.' })
  @Directive('@inaccessible')
  async territoryList(@Root() { code }: Region, @Ctx() context: SubgraphContext): Promise<string> {
    return (await loadTerritories(context, code)).list;
  }

  @FieldResolver(() => OfferIndicators, {
    description:
      'The offer of its territories together. The year is that of other indicators: the offer has no history yet.',
  })
  async offerIndicators(
    @Root() region: Region,
    @Ctx() context: SubgraphContext,
    @Arg('year', () => Int, { nullable: true }) _year?: number,
  ): Promise<OfferIndicators> {
    return loadOfferIndicators(context, region.code, await this.territoryIds(region, context));
  }

  @FieldResolver(() => [OfferCell], { description: 'The same of each of its territories, as it is today.' })
  async offerBreakdown(@Root() region: Region, @Ctx() context: SubgraphContext): Promise<OfferCell[]> {
    const territories = await this.territories(region, context);
    const figures = await loadOfferFigures(
      context,
      territories.map(({ id }) => id),
    );
    return territories.map((territory, index) => ({
      territory,
      ...offerIndicatorsOf([figures[index] ?? null]),
    }));
  }
}

const loadTerritories = (context: SubgraphContext, code: string): Promise<RegionTerritories> =>
  context.load('territories of region', code, (codes: readonly string[]) =>
    Promise.all(codes.map((key) => selectTerritoriesOfRegion(context, key))),
  );
