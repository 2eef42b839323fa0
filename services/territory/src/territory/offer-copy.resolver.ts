import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { SourceUse } from '../source/source-use.js';
import { selectSourceUses } from '../source/source-use.queries.js';
import { selectOfferVersion } from './offer-version.queries.js';
import { Territory } from './territory.entity.js';

/** What whoever copies the offer whole needs to know of it. */
@Resolver(() => Territory)
export class OfferCopyResolver {
  @FieldResolver(() => String, {
    description:
      'Changes whenever something public of its offer does, and every day: what a copy of the offer is kept under.',
  })
  offerVersion(@Root() { id }: Territory, @Ctx() context: SubgraphContext): Promise<string> {
    return selectOfferVersion(context, id);
  }

  @FieldResolver(() => [SourceUse], { description: 'What it has from each source, by subject.' })
  sourceUses(@Root() { id }: Territory, @Ctx() context: SubgraphContext): Promise<SourceUse[]> {
    return selectSourceUses(context, id);
  }
}

@Resolver(() => SourceUse)
export class SourceUseResolver {
  @FieldResolver(() => Source)
  source(@Root() { sourceId }: SourceUse, @Ctx() context: SubgraphContext) {
    return loadSource(context, sourceId);
  }
}
