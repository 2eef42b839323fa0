import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { SponsorshipContactKind, SponsorshipSide, SponsorshipStatus } from './sponsorship-status.js';

export enum SponsorshipRecordOrder {
  LAST_CONTACT = 'LAST_CONTACT',
  LAST_CONTACT_DESC = 'LAST_CONTACT_DESC',
  PROPOSED = 'PROPOSED',
  PROPOSED_DESC = 'PROPOSED_DESC',
  HOUSEHOLD = 'HOUSEHOLD',
  SPONSOR = 'SPONSOR',
}
registerEnumType(SponsorshipRecordOrder, {
  name: 'SponsorshipRecordOrder',
  valuesConfig: {
    LAST_CONTACT: { description: 'Who has been silent longest comes first; who never spoke, before them.' },
    PROPOSED: { description: 'What was proposed first comes first.' },
    HOUSEHOLD: { description: 'By the name of the household.' },
    SPONSOR: { description: 'By the name of the sponsor.' },
  },
});

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class SponsorshipRecordFilter {
  @Field(() => [SponsorshipStatus], { nullable: true })
  @ArrayMaxSize(5)
  @IsOptional()
  statuses?: SponsorshipStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: active, and nothing was noted for a month.' })
  @IsOptional()
  overdue?: boolean | null;

  @Field(() => ID, { nullable: true })
  @MaxLength(36)
  @IsOptional()
  sponsorId?: string | null;

  @Field(() => ID, { nullable: true })
  @MaxLength(36)
  @IsOptional()
  prospectId?: string | null;
}

@ArgsType()
export class SponsorshipRecordsArguments extends ConnectionArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name of the household or of the sponsor.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => SponsorshipRecordFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: SponsorshipRecordFilter | null;

  @Field(() => SponsorshipRecordOrder, { defaultValue: SponsorshipRecordOrder.LAST_CONTACT })
  orderBy!: SponsorshipRecordOrder;
}

@InputType({ description: 'A contact of a sponsor and a household.' })
export class SponsorshipContactInput {
  @Field(() => SponsorshipContactKind)
  kind!: SponsorshipContactKind;

  @Field(() => DateResolver, { description: 'Today or before.' })
  day!: Date;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(10_000)
  @IsOptional()
  words?: string | null;
}

@ArgsType()
export class ReadSponsorshipArguments {
  @Field(() => ID)
  @MaxLength(36)
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@ArgsType()
export class EndSponsorshipArguments extends ReadSponsorshipArguments {
  @Field(() => String, { description: 'Why, 1 to 1,000 characters.' })
  @MaxLength(10_000)
  words!: string;
}

@ArgsType()
export class NoteSponsorshipAnswerArguments extends ReadSponsorshipArguments {
  @Field(() => SponsorshipSide, { description: 'SPONSOR or HOUSEHOLD: whose answer it is.' })
  side!: SponsorshipSide;

  @Field(() => Boolean)
  accept!: boolean;

  @Field(() => String, { description: 'Who said so and how, or why not; 1 to 1,000 characters.' })
  @MaxLength(10_000)
  words!: string;
}
