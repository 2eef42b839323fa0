import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Channel } from '../promotion/channel.js';
import { HouseholdNeeds } from './household-needs.js';

/** Longer than anything sensible, so that a clear word can be said of what is too long; beyond it nothing is read. */
const READ = 5000;
/** Children are counted one by one, so a list that no household has is cut off early. */
const CHILDREN_READ = 600;

@InputType({ description: 'Who speaks for the household, and how to reach them.' })
export class HouseholdContactInput {
  @Field(() => String, { description: 'Up to 120 characters.' })
  @MaxLength(READ)
  name!: string;

  @Field(() => String, { description: 'Where the confirmation goes.' })
  @MaxLength(READ)
  email!: string;

  @Field(() => String, { nullable: true, description: 'Without a prefix it is a French number.' })
  @IsOptional()
  @MaxLength(READ)
  phone?: string | null;
}

@InputType()
export class HouseholdChildInput {
  @Field(() => Int, { description: 'Year of birth.' })
  birthYear!: number;
}

@InputType({ description: 'How they heard of the territory, in their own words.' })
export class HeardInput {
  @Field(() => Channel, { nullable: true })
  @IsOptional()
  channel?: Channel | null;

  @Field(() => String, { nullable: true, description: 'Up to 300 characters.' })
  @IsOptional()
  @MaxLength(READ)
  words?: string | null;
}

@InputType()
export class HouseholdConsentInput {
  @Field(() => String, { description: 'Which sentences were shown: `registrationConsent { version }`.' })
  @MaxLength(40)
  textVersion!: string;

  @Field(() => Boolean)
  accepted!: boolean;
}

@InputType({ description: 'One household for one session, as its form was filled in.' })
export class RegisterHouseholdInput {
  @Field(() => ID)
  @MaxLength(100)
  sessionId!: string;

  @Field(() => HouseholdContactInput)
  @ValidateNested()
  contact!: HouseholdContactInput;

  @Field(() => Int, { description: '1 to 10.' })
  adults!: number;

  @Field(() => [HouseholdChildInput], { nullable: true, description: 'Up to 10; each takes a seat.' })
  @IsOptional()
  @ArrayMaxSize(CHILDREN_READ)
  @ValidateNested({ each: true })
  children?: HouseholdChildInput[] | null;

  @Field(() => String, { nullable: true, description: 'Why they want to come, up to 2000 characters.' })
  @IsOptional()
  @MaxLength(READ)
  project?: string | null;

  @Field(() => String, { nullable: true, description: 'What they live by, up to 200 characters.' })
  @IsOptional()
  @MaxLength(READ)
  activity?: string | null;

  @Field(() => HouseholdNeeds, { nullable: true })
  @IsOptional()
  @ValidateNested()
  needs?: HouseholdNeeds | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the form carried by itself: the code of a promotion link, or the name of a Channel. What is neither is left out.',
  })
  @IsOptional()
  @MaxLength(200)
  origin?: string | null;

  @Field(() => HeardInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  heard?: HeardInput | null;

  @Field(() => HouseholdConsentInput)
  @ValidateNested()
  consent!: HouseholdConsentInput;

  @Field(() => Boolean, { nullable: true, description: 'Whether they agree to get news of the territory.' })
  @IsOptional()
  news?: boolean | null;

  @Field(() => String, {
    description:
      'Chosen once when the form is shown, such as a uuid: sent again with it, the form gets the same answer.',
  })
  @MaxLength(100)
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: 'Hidden from people and left empty by them.' })
  @IsOptional()
  @MaxLength(READ)
  website?: string | null;
}

@InputType({ description: 'What a household changes of its registration; what is left out stays.' })
export class OwnRegistrationInput {
  @Field(() => Int, { description: '1 to 10.' })
  adults!: number;

  @Field(() => [HouseholdChildInput], { description: 'Up to 10; each takes a seat.' })
  @ArrayMaxSize(CHILDREN_READ)
  @ValidateNested({ each: true })
  children!: HouseholdChildInput[];

  @Field(() => HouseholdNeeds, { nullable: true })
  @IsOptional()
  @ValidateNested()
  needs?: HouseholdNeeds | null;
}

@ArgsType()
export class RegistrationTokenArguments {
  @Field(() => String, { description: 'From the link of an e-mail, or from the answer to the form.' })
  @MaxLength(200)
  token!: string;
}

@ArgsType()
export class ChangeOwnRegistrationArguments extends RegistrationTokenArguments {
  @Field(() => OwnRegistrationInput)
  @ValidateNested()
  input!: OwnRegistrationInput;
}
