import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Channel } from './channel.js';
import { cameBy, type FigureRow, type Spending } from './promotion-figures.js';
import { costOf, PromotionCost, PromotionReach, reachOf, Touch } from './promotion-reach.js';

@ObjectType({
  description: 'What a campaign, or a fair that belongs to none, cost and brought, by what forms carried.',
  simpleResolvers: true,
})
export class CampaignCost {
  @Field(() => ID, { nullable: true, description: 'Null for a fair that belongs to no campaign.' })
  campaignId!: string | null;

  @Field(() => ID, { nullable: true })
  fairId!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => Channel)
  channel!: Channel;

  @Field(() => Boolean)
  demonstration!: boolean;

  @Field(() => PromotionCost)
  cost!: PromotionCost;

  @Field(() => PromotionReach, { description: 'Households whose first known passage was by it.' })
  first!: PromotionReach;

  @Field(() => PromotionReach, { description: 'Households whose last known passage was by it.' })
  last!: PromotionReach;
}

@ObjectType({
  description: 'What a channel cost and brought: what forms carried beside what households say.',
  simpleResolvers: true,
})
export class ChannelCost {
  @Field(() => Channel, { nullable: true, description: 'Null: households of whom no origin is known.' })
  channel!: Channel | null;

  @Field(() => PromotionCost)
  cost!: PromotionCost;

  @Field(() => PromotionReach, { description: 'Measured: by a link or a fair, first known passage.' })
  firstMeasured!: PromotionReach;

  @Field(() => PromotionReach, { description: 'Measured, last known passage.' })
  lastMeasured!: PromotionReach;

  @Field(() => PromotionReach, { description: 'Declared: what they say, first time.' })
  firstDeclared!: PromotionReach;

  @Field(() => PromotionReach, { description: 'Declared, last time.' })
  lastDeclared!: PromotionReach;
}

@ObjectType({
  description: 'What households cost the territory, by what brought them.',
  simpleResolvers: true,
})
export class PromotionCosts {
  @Field(() => [CampaignCost], { description: 'The latest first.' })
  campaigns!: CampaignCost[];

  @Field(() => [ChannelCost], { description: 'Every channel, then the unknown.' })
  channels!: ChannelCost[];

  @Field(() => PromotionReach, { description: 'All households together.' })
  total!: PromotionReach;

  @Field(() => PromotionCost)
  cost!: PromotionCost;

  @Field(() => Int, { description: 'Households of whom both are known, and that declare what was measured.' })
  agreeing!: number;

  @Field(() => Int, { description: 'Households of whom both are known.' })
  both!: number;
}

/** Puts what was spent beside whom it brought. */
export function promotionCosts(figures: readonly FigureRow[], spending: readonly Spending[]): PromotionCosts {
  const first = figures.filter(({ touch }) => touch === Touch.FIRST);
  const cost = costOf(spending.flatMap(({ parts }) => parts));
  const both = first.filter(({ measured, declared }) => measured !== null && declared !== null);
  const count = (rows: readonly FigureRow[]) => rows.reduce((sum, { prospects }) => sum + prospects, 0);
  return {
    campaigns: spending.map(({ parts, ...spent }) => campaignCost(figures, { ...spent, parts })),
    channels: [...Object.values(Channel), null].map((channel) => channelCost(figures, spending, channel)),
    total: reachOf(first, cost),
    cost,
    agreeing: count(both.filter(({ measured, declared }) => measured === declared)),
    both: count(both),
  };
}

/** One campaign, or one fair on its own. */
export function campaignCost(figures: readonly FigureRow[], { parts, ...spent }: Spending): CampaignCost {
  const cost = costOf(parts);
  return {
    ...spent,
    cost,
    first: reachOf(figures.filter(cameBy(spent, Touch.FIRST)), cost),
    last: reachOf(figures.filter(cameBy(spent, Touch.LAST)), cost),
  };
}

function channelCost(
  figures: readonly FigureRow[],
  spending: readonly Spending[],
  channel: Channel | null,
): ChannelCost {
  const cost = costOf(spending.filter((spent) => spent.channel === channel).flatMap(({ parts }) => parts));
  const reached = (touch: Touch, kind: 'measured' | 'declared') =>
    reachOf(
      figures.filter((row) => row.touch === touch && row[kind] === channel),
      cost,
    );
  return {
    channel,
    cost,
    firstMeasured: reached(Touch.FIRST, 'measured'),
    lastMeasured: reached(Touch.LAST, 'measured'),
    firstDeclared: reached(Touch.FIRST, 'declared'),
    lastDeclared: reached(Touch.LAST, 'declared'),
  };
}
