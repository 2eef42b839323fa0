import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { SoloStatus } from '../solo/solo-status.js';

export enum SoloRecordOrder {
  NAME = 'NAME',
  NAME_DESC = 'NAME_DESC',
  IDENTIFIED = 'IDENTIFIED',
  IDENTIFIED_DESC = 'IDENTIFIED_DESC',
  STANDING = 'STANDING',
  STANDING_DESC = 'STANDING_DESC',
}
registerEnumType(SoloRecordOrder, {
  name: 'SoloRecordOrder',
  valuesConfig: {
    IDENTIFIED: { description: 'Who was identified first comes first.' },
    IDENTIFIED_DESC: { description: 'Who was identified last comes first.' },
    STANDING: { description: 'Who has stood longest where they stand comes first.' },
    STANDING_DESC: { description: 'Who moved last comes first.' },
  },
});

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class SoloRecordFilter {
  @Field(() => [SoloStatus], { nullable: true })
  @ArrayMaxSize(6)
  @IsOptional()
  statuses?: SoloStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'How they were identified, as it was written.' })
  @ArrayMaxSize(50)
  @MaxLength(200, { each: true })
  @IsOptional()
  sources?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code of where they work.' })
  @Length(5, 5)
  @IsOptional()
  commune?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: not told yet that they are known here.' })
  @IsOptional()
  toInform?: boolean | null;
}

@ArgsType()
export class SoloBoardArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, the activity, the e-mail address, the telephone number or the SIRET.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => SoloRecordFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: SoloRecordFilter | null;
}

@ArgsType()
export class SoloRecordsArguments extends ConnectionArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, the activity, the e-mail address, the telephone number or the SIRET.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => SoloRecordFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: SoloRecordFilter | null;

  @Field(() => SoloRecordOrder, { defaultValue: SoloRecordOrder.NAME })
  orderBy!: SoloRecordOrder;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True when they are taken away as a file: the log of accesses says so.',
  })
  exported!: boolean;
}

/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
@InputType({ description: 'What is known of a solo; what is left out is unknown.' })
export class SoloInput {
  @Field(() => String, { description: 'Name of the business, 1 to 120 characters.' })
  @MaxLength(1000)
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  @MaxLength(1000)
  @IsOptional()
  activity?: string | null;

  @Field(() => String, { description: 'How the territory came to know of them, 1 to 200 characters.' })
  @MaxLength(1000)
  identifiedBy!: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  personName?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'French unless it starts with a prefix: +34…' })
  @MaxLength(200)
  @IsOptional()
  phone?: string | null;

  @Field(() => String, { nullable: true, description: '14 digits; blanks do not matter.' })
  @MaxLength(200)
  @IsOptional()
  siret?: string | null;

  @Field(() => String, { nullable: true, description: 'An https address.' })
  @MaxLength(1000)
  @IsOptional()
  website?: string | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code of where they work.' })
  @MaxLength(10)
  @IsOptional()
  communeCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What shows in place of the commune, at most 80 characters; the commune shows without it.',
  })
  @MaxLength(1000)
  @IsOptional()
  area?: string | null;

  @Field(() => String, { nullable: true, description: 'NAF revision 2: 62.01Z.' })
  @MaxLength(20)
  @IsOptional()
  nafCode?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 20, of 60 characters each.' })
  @ArrayMaxSize(50)
  @MaxLength(200, { each: true })
  @IsOptional()
  skills?: string[] | null;

  @Field(() => String, { nullable: true, description: 'At most 1,500 characters.' })
  @MaxLength(20_000)
  @IsOptional()
  presentation?: string | null;

  @Field(() => [String], { nullable: true, description: 'ISO 639-1 codes.' })
  @ArrayMaxSize(20)
  @MaxLength(10, { each: true })
  @IsOptional()
  languages?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  canSponsor?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'What may show once published: PHONE, WEBSITE.' })
  @ArrayMaxSize(4)
  @MaxLength(20, { each: true })
  @IsOptional()
  shown?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Members’ own notes, at most 4,000 characters.' })
  @MaxLength(20_000)
  @IsOptional()
  notes?: string | null;
}
