import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AbandonReason } from './abandon-reason.js';
import { EvidenceKind } from './evidence-kind.js';
import { InstallationHorizon } from './installation-status.js';

@InputType({ description: 'How a settling is planned. What is left out is unknown.' })
export class InstallationPlanInput {
  @Field(() => InstallationHorizon)
  horizon!: InstallationHorizon;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'Day on which the household thinks of moving in.',
  })
  @IsOptional()
  expectedOn?: Date | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune they think of.' })
  @MaxLength(20)
  @IsOptional()
  communeCode?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 10; as the household’s record says when left out.' })
  @IsOptional()
  adults?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Years of birth; as the household’s record says when left out.',
  })
  @ArrayMaxSize(30)
  @IsOptional()
  childrenBirthYears?: number[] | null;

  @Field(() => ID, { nullable: true, description: 'Account of the member who leads it.' })
  @MaxLength(100)
  @IsOptional()
  leadId?: string | null;

  @Field(() => String, { nullable: true, description: 'Their name, 120 characters at most.' })
  @MaxLength(1000)
  @IsOptional()
  leadName?: string | null;

  @Field(() => String, { nullable: true, description: 'A word for the timeline, 1,000 characters at most.' })
  @MaxLength(20_000)
  @IsOptional()
  note?: string | null;
}

@InputType({ description: 'A settling that took place, and what shows it.' })
export class EffectiveInput {
  @Field(() => DateResolver, { nullable: true, description: 'Needed; not in the future.' })
  @IsOptional()
  effectiveOn?: Date | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune; needed.' })
  @MaxLength(20)
  @IsOptional()
  communeCode?: string | null;

  @Field(() => EvidenceKind, { nullable: true, description: 'Needed.' })
  @IsOptional()
  evidence?: EvidenceKind | null;

  @Field(() => String, { nullable: true, description: 'Who vouches for it, 120 characters at most; needed.' })
  @MaxLength(1000)
  @IsOptional()
  declaredBy?: string | null;

  @Field(() => String, { nullable: true, description: '1,000 characters at most.' })
  @MaxLength(20_000)
  @IsOptional()
  evidenceNote?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document of the household that shows it.' })
  @MaxLength(100)
  @IsOptional()
  evidenceFileId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Jobs that came or were made, 0 to 100; null while nobody said.',
  })
  @IsOptional()
  jobs?: number | null;

  @Field(() => Int, { nullable: true, description: 'Adults who arrived, 1 to 10; as planned when left out.' })
  @IsOptional()
  adults?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Years of birth of the children who arrived; as planned when left out.',
  })
  @ArrayMaxSize(30)
  @IsOptional()
  childrenBirthYears?: number[] | null;
}

@InputType({ description: 'Why a settling was given up.' })
export class AbandonInput {
  @Field(() => AbandonReason, { nullable: true, description: 'Needed.' })
  @IsOptional()
  reason?: AbandonReason | null;

  @Field(() => String, { nullable: true, description: 'In a few words, 1,000 characters at most; needed.' })
  @MaxLength(20_000)
  @IsOptional()
  note?: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'Today when left out; not in the future.' })
  @IsOptional()
  abandonedOn?: Date | null;
}
