import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CorrectionNode } from './correction.js';
import { Fact } from './fact.js';
import { OfferRefused } from './offer-refused.js';

@InputType()
export class FactReferenceInput {
  @Field(() => ID)
  @Length(5, 5)
  communeCode!: string;

  @Field(() => ID)
  @MaxLength(10)
  type!: string;
}

@InputType()
export class DecideConflictInput extends FactReferenceInput {
  @Field(() => Int, { description: 'What is believed: 0 to 1000.' })
  count!: number;

  @Field(() => String, { description: 'Why, in up to 1000 characters; it shows in public.' })
  reason!: string;
}

@InputType()
export class VerifiedFactInput {
  @Field(() => ID)
  @MaxLength(10)
  type!: string;

  @Field(() => Int, { description: '0 to 1000.' })
  count!: number;

  @Field(() => String, { nullable: true, description: 'Up to 1000 characters.' })
  @IsOptional()
  note?: string;
}

@InputType()
export class VerifyFactsInput {
  @Field(() => ID)
  @Length(5, 5)
  communeCode!: string;

  @Field(() => [VerifiedFactInput], { description: '1 to 60, each type once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  facts!: VerifiedFactInput[];

  @Field(() => String, { description: 'The body that vouches, which is public: up to 120 characters.' })
  verifiedBy!: string;
}

@ObjectType({ simpleResolvers: true })
export class FactChanged {
  readonly __typename = 'FactChanged';

  @Field(() => Fact)
  fact!: Fact;
}

@ObjectType({ simpleResolvers: true })
export class FactsChanged {
  readonly __typename = 'FactsChanged';

  @Field(() => [Fact])
  facts!: Fact[];
}

@ObjectType({ simpleResolvers: true })
export class CorrectionsDecided {
  readonly __typename = 'CorrectionsDecided';

  @Field(() => [CorrectionNode], { description: 'As they are now: one that was decided before stays so.' })
  corrections!: CorrectionNode[];
}

@ObjectType({ description: 'Thank you. The same answer for whatever is valid.', simpleResolvers: true })
export class CorrectionSent {
  readonly __typename = 'CorrectionSent';

  @Field(() => ID, { nullable: true, description: 'For members, who can follow it.' })
  id!: string | null;
}

const resultOf = <Success extends object>(name: string, success: new () => Success) =>
  createUnionType({ name, types: () => [success, OfferRefused] as const });

export const DecideConflictResult = resultOf('DecideConflictResult', FactChanged);
export const WithdrawDecisionResult = resultOf('WithdrawDecisionResult', FactChanged);
export const VerifyFactsResult = resultOf('VerifyFactsResult', FactsChanged);
export const DecideCorrectionsResult = resultOf('DecideCorrectionsResult', CorrectionsDecided);
export const ReportErrorResult = resultOf('ReportErrorResult', CorrectionSent);
