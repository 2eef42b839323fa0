import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Fair } from './fair.entity.js';
import { FairInput } from './fair.input.js';
import { FAIR } from './fair.kept.js';
import { FAIR_COLUMNS } from './fair.queries.js';
import { FairRecord, FairTime } from './fair-record.js';
import { createRecord, removeRecord, updateRecord } from './keep-record.js';
import { stampOf } from './kept-record.js';
import { PromotionResult } from './promotion.result.js';
import { selectMeetings } from './promotion-figures.js';

type FairRow = Fair & Pick<FairRecord, 'campaignId' | 'campaignName' | 'costCents' | 'stamp'>;

@Resolver()
export class FairRecordResolver {
  @Query(() => [FairRecord], {
    description: 'The fairs as members plan them, the latest first, 500 at most. Members only.',
  })
  fairRecords(
    @Arg('campaignId', () => ID, { nullable: true, description: 'Those of one campaign.' })
    campaignId: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<FairRecord[]> {
    context.requireRole(...STAFF);
    return campaignId && !isUuid(campaignId)
      ? Promise.resolve([])
      : selectRecords(context, { campaignId: campaignId ?? null });
  }

  @Query(() => FairRecord, {
    nullable: true,
    description: 'One fair as members plan it; null when there is none. Members only.',
  })
  async fairRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<FairRecord | null> {
    context.requireRole(...STAFF);
    return isUuid(id) ? ((await selectRecords(context, { id }))[0] ?? null) : null;
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  createFair(@Arg('input', () => FairInput) input: FairInput, @Ctx() context: SubgraphContext) {
    return createRecord(context, FAIR, input);
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  updateFair(
    @Arg('id', () => ID) id: string,
    @Arg('stamp', () => String) stamp: string,
    @Arg('input', () => FairInput) input: FairInput,
    @Ctx() context: SubgraphContext,
  ) {
    return updateRecord(context, FAIR, { id, stamp }, input);
  }

  @Mutation(() => PromotionResult, {
    description: 'Refused while households were met there. Agents only.',
  })
  removeFair(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return removeRecord(context, FAIR, id);
  }
}

async function selectRecords(
  context: SubgraphContext,
  { id = null, campaignId = null }: { id?: string | null; campaignId?: string | null },
): Promise<FairRecord[]> {
  const [rows, met] = await Promise.all([
    context.read<FairRow>({
      name: 'fair records',
      text: `select ${FAIR_COLUMNS}, f.campaign_id as "campaignId", c.name as "campaignName",
          f.cost_cents as "costCents", ${stampOf(FAIR.columns, 'f')} as stamp
         from fair f left join campaign c on c.id = f.campaign_id
        where f.territory_id = $1 and ($2::uuid is null or f.id = $2) and ($3::uuid is null or f.campaign_id = $3)
        order by f.starts_at desc, f.id limit ${FAIR.most}`,
      values: [context.requireTerritory(), id, campaignId],
    }),
    selectMeetings(context),
  ]);
  return rows.map(({ campaignId: campaign, campaignName, costCents, stamp, ...fair }) => ({
    id: fair.id,
    fair: fair as Fair,
    campaignId: campaign,
    campaignName,
    costCents,
    stamp,
    householdsMet: met.get(fair.id) ?? 0,
    time: new Date(fair.endsAt) < new Date() ? FairTime.OVER : FairTime.TO_COME,
  }));
}
