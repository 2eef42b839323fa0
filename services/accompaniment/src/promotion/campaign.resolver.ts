import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeId, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { CampaignInput, CampaignsArguments } from './campaign.input.js';
import { CAMPAIGN } from './campaign.kept.js';
import { filteredCampaigns, inCampaignOrder, selectCampaigns } from './campaign.queries.js';
import { CampaignConnection, CampaignRecord } from './campaign-record.js';
import { createRecord, removeRecord, updateRecord } from './keep-record.js';
import { PromotionResult } from './promotion.result.js';

@Resolver()
export class CampaignResolver {
  @Query(() => CampaignConnection, {
    description: 'What is done to be known, with its results. Members only.',
  })
  async campaigns(
    @Args(() => CampaignsArguments) { filter, orderBy, first, after }: CampaignsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<CampaignConnection> {
    context.requireRole(...STAFF);
    const shown = filteredCampaigns(await selectCampaigns(context), filter ?? {});
    const all = inCampaignOrder(shown, orderBy);
    const last = after ? decodeId(after) : null;
    const rest = all.slice(last ? all.findIndex(({ id }) => id === last) + 1 : 0);
    return { totalCount: all.length, ...toPage(rest, first, ({ id }) => encodeCursor([id])) };
  }

  @Query(() => CampaignRecord, {
    nullable: true,
    description: 'One campaign; null when there is none. Members only.',
  })
  async campaign(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<CampaignRecord | null> {
    context.requireRole(...STAFF);
    return isUuid(id) ? ((await selectCampaigns(context, id))[0] ?? null) : null;
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  createCampaign(@Arg('input', () => CampaignInput) input: CampaignInput, @Ctx() context: SubgraphContext) {
    return createRecord(context, CAMPAIGN, input);
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  updateCampaign(
    @Arg('id', () => ID) id: string,
    @Arg('stamp', () => String) stamp: string,
    @Arg('input', () => CampaignInput) input: CampaignInput,
    @Ctx() context: SubgraphContext,
  ) {
    return updateRecord(context, CAMPAIGN, { id, stamp }, input);
  }

  @Mutation(() => PromotionResult, {
    description: 'Its links and fairs stay. Refused while households came by it. Agents only.',
  })
  removeCampaign(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return removeRecord(context, CAMPAIGN, id);
  }
}
