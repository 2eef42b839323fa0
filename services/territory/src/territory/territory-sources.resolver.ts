import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { OfferIndicators, TileSet } from './territory.types.js';

@Resolver(() => TileSet)
export class TileSetResolver {
  @FieldResolver(() => Source, { description: 'Where the contours come from.' })
  source(@Root() { sourceId }: TileSet, @Ctx() context: SubgraphContext) {
    return loadSource(context, sourceId);
  }
}

@Resolver(() => OfferIndicators)
export class OfferIndicatorsResolver {
  @FieldResolver(() => Source, {
    nullable: true,
    description: 'Where the facilities come from, when it is one source.',
  })
  source(@Root() { sourceId }: OfferIndicators, @Ctx() context: SubgraphContext) {
    return sourceId ? loadSource(context, sourceId) : null;
  }
}
