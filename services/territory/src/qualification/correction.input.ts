import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { FacilityFamily } from '../facility/facility-type.js';
import { CorrectionOrigin, CorrectionStatus } from './correction-status.js';

@InputType()
export class CorrectionFilter {
  @Field(() => CorrectionStatus, { nullable: true })
  @IsOptional()
  status?: CorrectionStatus;

  @Field(() => CorrectionOrigin, { nullable: true })
  @IsOptional()
  origin?: CorrectionOrigin;

  @Field(() => [FacilityFamily], { nullable: true, description: 'About a type of any of these families.' })
  @ArrayMaxSize(8)
  @IsOptional()
  families?: FacilityFamily[];

  @Field(() => ID, { nullable: true, description: 'INSEE code.' })
  @Length(5, 5)
  @IsOptional()
  commune?: string;

  @Field(() => ID, { nullable: true, description: 'Answers to this campaign.' })
  @Length(36, 36)
  @IsOptional()
  campaign?: string;

  @Field(() => String, { nullable: true, description: 'Part of a commune’s name or of a type’s label.' })
  @MaxLength(100)
  @IsOptional()
  search?: string;
}

@ArgsType()
export class CorrectionsArguments extends ConnectionArguments {
  @Field(() => CorrectionFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: CorrectionFilter;
}

@InputType({ description: 'What a visitor or a member says is wrong. Nothing personal is asked for.' })
export class ReportErrorInput {
  @Field(() => ID)
  @Length(5, 5)
  communeCode!: string;

  @Field(() => ID, { nullable: true, description: 'Left out: about the sheet as a whole.' })
  @MaxLength(10)
  @IsOptional()
  type?: string;

  @Field(() => Int, { nullable: true, description: 'How many there are, 0 to 1000.' })
  @IsOptional()
  proposedCount?: number;

  @Field(() => String, { nullable: true, description: 'Up to 2000 characters.' })
  @IsOptional()
  note?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 120 characters; of members alone: the body they speak for.',
  })
  @IsOptional()
  sentBy?: string;

  @Field(() => String, {
    nullable: true,
    description: 'To be left empty: people do not see it, programmes fill it in.',
  })
  @IsOptional()
  website?: string;
}
