import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Ctx, Query, Resolver } from 'type-graphql';
import { PromotionCosts, promotionCosts } from './promotion-costs.js';
import { selectFigures, selectSpending } from './promotion-figures.js';

@Resolver()
export class PromotionCostsResolver {
  @Query(() => PromotionCosts, {
    description:
      'What a household, an attendee and an installation cost, by campaign and by channel. Each household counts once, also when it was merged or forgotten. Members only.',
  })
  async promotionCosts(@Ctx() context: SubgraphContext): Promise<PromotionCosts> {
    context.requireRole(...STAFF);
    context.requireTerritory();
    return promotionCosts(await selectFigures(context), await selectSpending(context));
  }
}
