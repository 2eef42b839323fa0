import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { FacilityFamily } from '../facility/facility-type.js';
import { InvitationState } from './campaign.js';

@ArgsType()
export class InvitationsArguments extends ConnectionArguments {
  @Field(() => String, { nullable: true, description: 'Part of a commune’s name.' })
  @MaxLength(100)
  @IsOptional()
  search?: string;

  @Field(() => InvitationState, { nullable: true })
  @IsOptional()
  state?: InvitationState;
}

@InputType()
export class CreateVerificationCampaignInput {
  @Field(() => String, { description: 'Up to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Word to the communes, up to 4000 characters.' })
  @IsOptional()
  message?: string;

  @Field(() => [FacilityFamily], { description: 'What is asked about: one family at least.' })
  @ArrayMaxSize(8)
  families!: FacilityFamily[];

  @Field(() => DateResolver, { description: 'Last day of answers, from today to two years ahead.' })
  dueOn!: Date;
}

@InputType({ description: 'What is left out stays.' })
export class UpdateVerificationCampaignInput {
  @Field(() => ID)
  @Length(36, 36)
  id!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  name?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  message?: string;

  @Field(() => [FacilityFamily], { nullable: true })
  @ArrayMaxSize(8)
  @IsOptional()
  families?: FacilityFamily[];

  @Field(() => DateResolver, { nullable: true })
  @IsOptional()
  dueOn?: Date;
}

@InputType()
export class InvitedCommuneInput {
  @Field(() => ID)
  @Length(5, 5)
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Without one, the link is to be handed over otherwise.',
  })
  @MaxLength(254)
  @IsOptional()
  email?: string;
}

@InputType()
export class InviteCommunesInput {
  @Field(() => ID)
  @Length(36, 36)
  campaignId!: string;

  @Field(() => [InvitedCommuneInput], {
    description: '1 to 1000; one that is invited already takes its new address and is written to again.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  communes!: InvitedCommuneInput[];
}
