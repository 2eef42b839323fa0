import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Channel } from './channel.js';

/** Where a campaign stands on a day. */
export enum CampaignTime {
  TO_COME = 'TO_COME',
  RUNNING = 'RUNNING',
  OVER = 'OVER',
}
registerEnumType(CampaignTime, { name: 'CampaignTime', description: 'Where a campaign stands today.' });

export enum CampaignOrder {
  STARTS_ON_DESC = 'STARTS_ON_DESC',
  STARTS_ON_ASC = 'STARTS_ON_ASC',
  NAME_ASC = 'NAME_ASC',
  SPENT_DESC = 'SPENT_DESC',
  PROSPECTS_DESC = 'PROSPECTS_DESC',
}
registerEnumType(CampaignOrder, { name: 'CampaignOrder' });

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class CampaignFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of its name or goal; accents and case do not matter.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => [Channel], { nullable: true })
  @ArrayMaxSize(10)
  @IsOptional()
  channels?: Channel[] | null;

  @Field(() => [CampaignTime], { nullable: true })
  @ArrayMaxSize(10)
  @IsOptional()
  times?: CampaignTime[] | null;
}

@ArgsType()
export class CampaignsArguments extends ConnectionArguments {
  @Field(() => CampaignFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: CampaignFilter | null;

  @Field(() => CampaignOrder, { defaultValue: CampaignOrder.STARTS_ON_DESC })
  orderBy!: CampaignOrder;
}

@InputType()
export class CampaignInput {
  @Field(() => String)
  @MaxLength(1000)
  name!: string;

  @Field(() => Channel)
  channel!: Channel;

  @Field(() => ID, { nullable: true })
  @IsUUID()
  @IsOptional()
  audienceId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsUUID()
  @IsOptional()
  messageId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is to reach, in words.' })
  @MaxLength(5000)
  @IsOptional()
  goal?: string | null;

  @Field(() => DateResolver, { nullable: true })
  startsOn?: Date | null;

  @Field(() => DateResolver, { nullable: true })
  endsOn?: Date | null;

  @Field(() => Int, { nullable: true, description: 'In cents of euros; null: not said.' })
  budgetCents?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In cents of euros, without what its fairs cost; null: not said, which is not zero.',
  })
  spentCents?: number | null;
}
