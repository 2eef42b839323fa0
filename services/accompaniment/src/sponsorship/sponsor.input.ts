import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { SponsorState } from './sponsorship-status.js';

/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
@InputType({ description: 'What is known of a sponsor; what is left out is unknown.' })
export class SponsorInput {
  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  name!: string;

  @Field(() => String, { description: 'Their own link is sent there.' })
  @MaxLength(1000)
  email!: string;

  @Field(() => String, { nullable: true, description: 'French unless it starts with a prefix: +34…' })
  @MaxLength(200)
  @IsOptional()
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Language in which they are written to: fr or en.' })
  @MaxLength(10)
  @IsOptional()
  locale?: string | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code of where they live.' })
  @MaxLength(10)
  @IsOptional()
  communeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'What they live by, at most 200 characters.' })
  @MaxLength(2000)
  @IsOptional()
  activity?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their first words to a household, at most 600 characters.',
  })
  @MaxLength(6000)
  @IsOptional()
  presentation?: string | null;

  @Field(() => [String], { nullable: true, description: 'ISO 639-1 codes, at most 12.' })
  @ArrayMaxSize(60)
  @MaxLength(10, { each: true })
  @IsOptional()
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 12, of 40 characters each.' })
  @ArrayMaxSize(60)
  @MaxLength(400, { each: true })
  @IsOptional()
  interests?: string[] | null;

  @Field(() => [Int], { nullable: true, description: 'At most 10.' })
  @ArrayMaxSize(30)
  @IsOptional()
  childrenBirthYears?: number[] | null;

  @Field(() => Int, { description: 'Households at the same time, 1 to 20.' })
  capacity!: number;
}

@InputType({ description: 'What a sponsor agreed to, in the exact words.' })
export class SponsorConsentInput {
  @Field(() => String, { description: 'PHONE or PAPER.' })
  @MaxLength(20)
  channel!: string;

  @Field(() => String, { description: 'The exact words, 10 to 2,000 characters.' })
  @MaxLength(20_000)
  wording!: string;
}

@InputType()
export class CreateSponsorInput {
  @Field(() => SponsorInput)
  @ValidateNested()
  sponsor!: SponsorInput;

  @Field(() => SponsorConsentInput)
  @ValidateNested()
  consent!: SponsorConsentInput;

  @Field(() => ID, { nullable: true, description: 'Solo of the directory, for one who is.' })
  @MaxLength(36)
  @IsOptional()
  soloId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Addresses and numbers by which the directory knows them: nobody is proposed to themselves, at most 6.',
  })
  @ArrayMaxSize(6)
  @MaxLength(254, { each: true })
  @IsOptional()
  knownBy?: string[] | null;
}

export enum SponsorRecordOrder {
  NAME = 'NAME',
  NAME_DESC = 'NAME_DESC',
  FREE = 'FREE',
  SINCE = 'SINCE',
  SINCE_DESC = 'SINCE_DESC',
}
registerEnumType(SponsorRecordOrder, {
  name: 'SponsorRecordOrder',
  valuesConfig: {
    FREE: { description: 'Who has most places free comes first.' },
    SINCE: { description: 'Who has been a sponsor longest comes first.' },
  },
});

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class SponsorRecordFilter {
  @Field(() => [SponsorState], { nullable: true })
  @ArrayMaxSize(4)
  @IsOptional()
  states?: SponsorState[] | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code of where they live.' })
  @Length(5, 5)
  @IsOptional()
  commune?: string | null;

  @Field(() => String, { nullable: true, description: 'A language they speak, as an ISO 639-1 code.' })
  @Length(2, 2)
  @IsOptional()
  language?: string | null;
}

@ArgsType()
export class SponsorRecordsArguments extends ConnectionArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, the activity, the interests or the e-mail address.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => SponsorRecordFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: SponsorRecordFilter | null;

  @Field(() => SponsorRecordOrder, { defaultValue: SponsorRecordOrder.NAME })
  orderBy!: SponsorRecordOrder;
}
