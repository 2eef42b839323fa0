import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { DOCUMENT_BRINGER, STEP_ANCHOR, STEP_OWNER, STEP_PHASE } from './protocol-step.enums.js';
import type { StepAnchor, StepDocument, StepOwner, StepPhase } from './protocol-step.js';

/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
const FAR_TOO_LONG = 10_000;
const KEY_LENGTH = 100;

@InputType()
export class ProtocolDocumentInput {
  @Field(() => ID, { nullable: true, description: 'Left out: made of the title.' })
  @MaxLength(KEY_LENGTH)
  @IsOptional()
  key?: string | null;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  title!: string;

  @Field(() => DOCUMENT_BRINGER)
  from!: StepDocument['from'];
}

@InputType({ description: 'What is left out, null or false holds for all.' })
export class ProtocolConditionInput {
  @Field(() => Int, { nullable: true, description: 'Years, 0 to 25.' })
  childUpTo?: number | null;

  @Field(() => Int, { nullable: true, description: 'Years, 0 to 25.' })
  childFrom?: number | null;

  @Field(() => Boolean, { nullable: true })
  needsPremises?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  needsHousing?: boolean | null;

  @Field(() => [InstallationHorizon], { nullable: true })
  @ArrayMaxSize(3)
  @IsOptional()
  horizons?: InstallationHorizon[] | null;
}

@InputType({ description: 'A step as it shall be.' })
export class ProtocolStepInput {
  @Field(() => ID, { nullable: true, description: 'Left out for a new step: made of its title.' })
  @MaxLength(KEY_LENGTH)
  @IsOptional()
  key?: string | null;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  title!: string;

  @Field(() => String, { description: 'At most 2,000 characters.' })
  @MaxLength(FAR_TOO_LONG)
  description!: string;

  @Field(() => String, { description: 'At most 600 characters; empty keeps the step to the team.' })
  @MaxLength(FAR_TOO_LONG)
  publicWords!: string;

  @Field(() => STEP_PHASE)
  phase!: StepPhase;

  @Field(() => STEP_OWNER)
  owner!: StepOwner;

  @Field(() => ID, { nullable: true, description: 'A NetworkActor, for its steps only.' })
  @IsUUID()
  @IsOptional()
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, kept beside its id.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  actorName?: string | null;

  @Field(() => STEP_ANCHOR)
  anchor!: StepAnchor;

  @Field(() => [ID], { description: 'Keys of steps of the same protocol.' })
  @ArrayMaxSize(60)
  @MaxLength(KEY_LENGTH, { each: true })
  after!: string[];

  @Field(() => Int, { description: 'Working days, at most 400; below zero from the arrival only.' })
  delay!: number;

  @Field(() => [ProtocolDocumentInput], { description: 'At most 10.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  documents!: ProtocolDocumentInput[];

  @Field(() => ProtocolConditionInput)
  @ValidateNested()
  condition!: ProtocolConditionInput;
}

@InputType({ description: 'A whole protocol as it shall be.' })
export class WelcomeProtocolInput {
  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  introduction?: string | null;

  @Field(() => [ProtocolStepInput], { description: 'In their order, at most 60.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  steps!: ProtocolStepInput[];
}

@InputType({
  description: 'Who can carry steps now: what the directory and identity answer when they are asked.',
})
export class PresentOwnersInput {
  @Field(() => [ID], { description: 'Ids of the actors of the reception network.' })
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  actorIds!: string[];

  @Field(() => [STEP_OWNER], { description: 'Roles that somebody holds.' })
  @ArrayMaxSize(10)
  roles!: StepOwner[];
}

@InputType({ description: 'A household that need not exist.' })
export class PlannedHouseholdInput {
  @Field(() => [Int])
  @ArrayMaxSize(15)
  @IsInt({ each: true })
  @Min(1990, { each: true })
  @Max(2100, { each: true })
  childrenBirthYears!: number[];

  @Field(() => Boolean)
  needsPremises!: boolean;

  @Field(() => Boolean)
  needsHousing!: boolean;

  @Field(() => InstallationHorizon, { nullable: true })
  @IsOptional()
  horizon?: InstallationHorizon | null;
}
