import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AudienceInput, PromotionMessageInput } from './audience.input.js';
import { AUDIENCE, PROMOTION_MESSAGE } from './audience.kept.js';
import { AudienceRecord } from './audience-record.js';
import { createRecord, removeRecord, updateRecord } from './keep-record.js';
import { stampOf } from './kept-record.js';
import { PromotionResult } from './promotion.result.js';

@Resolver()
export class AudienceResolver {
  @Query(() => [AudienceRecord], {
    description: 'Whom the territory speaks to, and what it tells them. Members only.',
  })
  audiences(@Ctx() context: SubgraphContext): Promise<AudienceRecord[]> {
    context.requireRole(...STAFF);
    return context.read<AudienceRecord>({
      name: 'audiences',
      text: `select a.id, a.name, a.description, a.demonstration, ${stampOf(AUDIENCE.columns, 'a')} as stamp,
          (select count(*)::int from campaign c where c.audience_id = a.id) as campaigns,
          coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'body', m.body,
              'stamp', ${stampOf(PROMOTION_MESSAGE.columns, 'm')}) order by m.title, m.id)
            from promotion_message m where m.audience_id = a.id), '[]') as messages
         from audience a where a.territory_id = $1 order by a.name, a.id limit ${AUDIENCE.most}`,
      values: [context.requireTerritory()],
    });
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  createAudience(@Arg('input', () => AudienceInput) input: AudienceInput, @Ctx() context: SubgraphContext) {
    return createRecord(context, AUDIENCE, input);
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  updateAudience(
    @Arg('id', () => ID) id: string,
    @Arg('stamp', () => String) stamp: string,
    @Arg('input', () => AudienceInput) input: AudienceInput,
    @Ctx() context: SubgraphContext,
  ) {
    return updateRecord(context, AUDIENCE, { id, stamp }, input);
  }

  @Mutation(() => PromotionResult, {
    description: 'Its messages go with it; campaigns that spoke to it stay. Agents only.',
  })
  removeAudience(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return removeRecord(context, AUDIENCE, id);
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  createPromotionMessage(
    @Arg('input', () => PromotionMessageInput) input: PromotionMessageInput,
    @Ctx() context: SubgraphContext,
  ) {
    return createRecord(context, PROMOTION_MESSAGE, input);
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  updatePromotionMessage(
    @Arg('id', () => ID) id: string,
    @Arg('stamp', () => String) stamp: string,
    @Arg('input', () => PromotionMessageInput) input: PromotionMessageInput,
    @Ctx() context: SubgraphContext,
  ) {
    return updateRecord(context, PROMOTION_MESSAGE, { id, stamp }, input);
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  removePromotionMessage(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return removeRecord(context, PROMOTION_MESSAGE, id);
  }
}
