import { PageInfo } from '@ancrage/subgraph/pagination';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { STAMP } from './audience-record.js';
import { CampaignTime } from './campaign.input.js';
import { Channel } from './channel.js';
import { CampaignCost } from './promotion-costs.js';

@ObjectType('Campaign', {
  description: 'What is done to be known, through one channel, for how much.',
  simpleResolvers: true,
})
export class CampaignRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Channel)
  channel!: Channel;

  @Field(() => ID, { nullable: true })
  audienceId!: string | null;

  @Field(() => String, { nullable: true })
  audienceName!: string | null;

  @Field(() => ID, { nullable: true })
  messageId!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is to reach, in words.' })
  goal!: string | null;

  @Field(() => String, { description: 'First day, yyyy-mm-dd.' })
  startsOn!: string;

  @Field(() => String, { description: 'Last day, yyyy-mm-dd.' })
  endsOn!: string;

  @Field(() => CampaignTime)
  time!: CampaignTime;

  @Field(() => Int, { nullable: true, description: 'Planned, in cents of euros; null: not said.' })
  budgetCents!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Spent, in cents of euros, without what its fairs cost; null: not said, which is not zero.',
  })
  spentCents!: number | null;

  @Field(() => Boolean, { description: 'Generated, to show what the platform does.' })
  demonstration!: boolean;

  @Field(() => CampaignCost, { description: 'What it cost with its fairs, and whom it brought.' })
  results!: CampaignCost;

  @Field(() => String, { description: STAMP })
  stamp!: string;
}

@ObjectType({ simpleResolvers: true })
export class CampaignConnection {
  @Field(() => [CampaignRecord])
  nodes!: CampaignRecord[];

  @Field(() => Int, { description: 'How many there are on all pages together.' })
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
