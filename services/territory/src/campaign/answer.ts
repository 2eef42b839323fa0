import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FacilityFamily, FacilityType } from '../facility/facility-type.js';
import { OfferRefused } from '../qualification/offer-refused.js';

export enum VerificationAnswerKind {
  CONFIRMED = 'CONFIRMED',
  CORRECTED = 'CORRECTED',
  DONT_KNOW = 'DONT_KNOW',
}
registerEnumType(VerificationAnswerKind, {
  name: 'VerificationAnswerKind',
  description: 'What a commune says of one fact: right, wrong, or nothing.',
});

@ObjectType('VerificationAnswer', {
  description: 'What the commune answered and nobody has decided.',
  simpleResolvers: true,
})
export class GivenAnswer {
  @Field(() => FacilityType)
  type!: FacilityType;

  @Field(() => VerificationAnswerKind)
  answer!: VerificationAnswerKind;

  @Field(() => Int, { nullable: true })
  count!: number | null;

  @Field(() => [String])
  names!: string[];

  @Field(() => String)
  note!: string;
}

@ObjectType('VerificationInvitation', {
  description: 'What a commune is asked, by its signed link.',
  simpleResolvers: true,
})
export class InvitationToAnswer {
  @Field(() => String)
  campaignName!: string;

  @Field(() => String, { description: 'Word to the communes.' })
  message!: string;

  @Field(() => [FacilityFamily], { description: 'What is asked about.' })
  families!: FacilityFamily[];

  @Field(() => DateResolver, { description: 'Last day on which it is answered.' })
  dueOn!: string;

  @Field(() => DateTimeResolver, { nullable: true, description: 'When the commune last answered.' })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'In whose name, as they wrote it.' })
  answeredBy!: string | null;

  @Field(() => [GivenAnswer], {
    description: 'What it answered so far: it may be changed until an agent decides.',
  })
  answers!: GivenAnswer[];

  id!: string;
  communeCode!: string;
}

@InputType()
export class FactAnswerInput {
  @Field(() => ID)
  @MaxLength(10)
  type!: string;

  @Field(() => VerificationAnswerKind)
  answer!: VerificationAnswerKind;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many, 0 to 1000: required of a correction; of a confirmation, the number that was read.',
  })
  @IsOptional()
  count?: number;

  @Field(() => [String], { nullable: true, description: 'Up to 20 names of up to 120 characters.' })
  @ArrayMaxSize(20)
  @IsOptional()
  names?: string[];

  @Field(() => String, { nullable: true, description: 'Up to 1000 characters.' })
  @IsOptional()
  note?: string;
}

@InputType()
export class AnswerVerificationInput {
  @Field(() => String)
  @MaxLength(100)
  token!: string;

  @Field(() => String, {
    description: 'The body that answers, up to 120 characters; it shows once accepted.',
  })
  answeredBy!: string;

  @Field(() => [FactAnswerInput], {
    description: '1 to 60, each type once; what is left out stays as it is.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  answers!: FactAnswerInput[];
}

@ObjectType({ simpleResolvers: true })
export class VerificationAnswered {
  readonly __typename = 'VerificationAnswered';

  @Field(() => InvitationToAnswer)
  invitation!: InvitationToAnswer;
}

export const AnswerVerificationResult = createUnionType({
  name: 'AnswerVerificationResult',
  types: () => [VerificationAnswered, OfferRefused] as const,
});
