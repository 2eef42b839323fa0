import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { STAFF } from '@ancrage/subgraph/policies';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { createRecord, removeRecord, updateRecord } from './keep-record.js';
import { stampOf } from './kept-record.js';
import { PromotionResult } from './promotion.result.js';
import { selectMeetings } from './promotion-figures.js';
import { FollowArguments, PromotionLinkInput } from './promotion-link.input.js';
import { PROMOTION_LINK } from './promotion-link.kept.js';
import { PromotionLinkRecord } from './promotion-link-record.js';

@Resolver()
export class PromotionLinkResolver {
  @Query(() => [PromotionLinkRecord], {
    description: 'Short addresses, the latest first, 1,000 at most. Members only.',
  })
  async promotionLinks(
    @Arg('campaignId', () => ID, { nullable: true }) campaignId: string | null,
    @Arg('fairId', () => ID, { nullable: true }) fairId: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<PromotionLinkRecord[]> {
    context.requireRole(...STAFF);
    if ([campaignId, fairId].some((id) => id && !isUuid(id))) return [];
    const [rows, led] = await Promise.all([
      context.read<PromotionLinkRecord>({
        name: 'promotion links',
        text: `select l.id, l.code, l.label, l.target, l.followed, l.created_at as "createdAt",
            l.campaign_id as "campaignId", c.name as "campaignName", l.fair_id as "fairId", f.name as "fairName",
            ${stampOf(PROMOTION_LINK.columns, 'l')} as stamp
           from promotion_link l left join campaign c on c.id = l.campaign_id left join fair f on f.id = l.fair_id
          where l.territory_id = $1 and ($2::uuid is null or l.campaign_id = $2) and ($3::uuid is null or l.fair_id = $3)
          order by l.created_at desc, l.code limit ${PROMOTION_LINK.most}`,
        values: [context.requireTerritory(), campaignId ?? null, fairId ?? null],
      }),
      selectMeetings(context),
    ]);
    return rows.map((row) => ({ ...row, households: led.get(row.id) ?? 0 }));
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  createPromotionLink(
    @Arg('input', () => PromotionLinkInput) input: PromotionLinkInput,
    @Ctx() context: SubgraphContext,
  ) {
    return createRecord(context, PROMOTION_LINK, input);
  }

  @Mutation(() => PromotionResult, { description: 'Changes everything but its code. Agents only.' })
  updatePromotionLink(
    @Arg('id', () => ID) id: string,
    @Arg('stamp', () => String) stamp: string,
    @Arg('input', () => PromotionLinkInput) input: PromotionLinkInput,
    @Ctx() context: SubgraphContext,
  ) {
    return updateRecord(context, PROMOTION_LINK, { id, stamp }, input);
  }

  @Mutation(() => PromotionResult, {
    description: 'Refused while households came by it. Agents only.',
  })
  removePromotionLink(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return removeRecord(context, PROMOTION_LINK, id);
  }

  @Mutation(() => String, {
    nullable: true,
    description:
      'The page that a short address leads to; null for a code that is none. Counts that it was followed, and keeps nothing of who did.',
  })
  followPromotionLink(
    @Args(() => FollowArguments) { code, counted }: FollowArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<string | null> {
    const territoryId = context.requireTerritory();
    return asTerritory(context).write(async (connection) => {
      const { rows } = await connection.query<{ target: string }>(
        counted
          ? 'update promotion_link set followed = followed + 1 where territory_id = $1 and code = $2 returning target'
          : 'select target from promotion_link where territory_id = $1 and code = $2',
        [territoryId, code],
      );
      return rows[0]?.target ?? null;
    });
  }
}
