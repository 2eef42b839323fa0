import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { Channel } from '../promotion/channel.js';

/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
@InputType({ description: 'What is known of a household; what is left out is unknown.' })
export class ProspectInput {
  @Field(() => String, { description: 'Who speaks for the household, 1 to 120 characters.' })
  @MaxLength(1000)
  name!: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'French unless it starts with a prefix: +34…' })
  @MaxLength(200)
  @IsOptional()
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they live now, at most 120 characters.' })
  @MaxLength(1000)
  @IsOptional()
  livesIn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When they like to be called, at most 120 characters.',
  })
  @MaxLength(1000)
  @IsOptional()
  callWhen?: string | null;

  @Field(() => String, { nullable: true, description: 'Language in which they are written to: fr or en.' })
  @MaxLength(10)
  @IsOptional()
  locale?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 10; 1 while nobody says.' })
  @IsOptional()
  adults?: number | null;

  @Field(() => [Int], { nullable: true, description: 'At most 10.' })
  @ArrayMaxSize(30)
  @IsOptional()
  childrenBirthYears?: number[] | null;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  @MaxLength(20_000)
  @IsOptional()
  project?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  @MaxLength(2000)
  @IsOptional()
  activity?: string | null;

  @Field(() => String, { nullable: true, description: 'A BroadbandClass of the territory: FROM_100.' })
  @MaxLength(40)
  @IsOptional()
  speed?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Words of services, as the map has them: at most 36.',
  })
  @ArrayMaxSize(60)
  @MaxLength(60, { each: true })
  @IsOptional()
  services?: string[] | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  @MaxLength(5000)
  @IsOptional()
  housing?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  @MaxLength(5000)
  @IsOptional()
  premises?: string | null;

  @Field(() => [ID], { nullable: true, description: 'INSEE codes, at most 20.' })
  @ArrayMaxSize(60)
  @MaxLength(10, { each: true })
  @IsOptional()
  wishedCommunes?: string[] | null;

  @Field(() => InstallationHorizon, { nullable: true })
  @IsOptional()
  horizon?: InstallationHorizon | null;
}

@InputType({ description: 'How a household came by, as it says and as is known.' })
export class ProspectOriginInput {
  @Field(() => Channel, { nullable: true })
  @IsOptional()
  declaredChannel?: Channel | null;

  @Field(() => String, { nullable: true, description: 'In their words, at most 300 characters.' })
  @MaxLength(3000)
  @IsOptional()
  declaredWords?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a promotion link; one that is unknown is left out.',
  })
  @MaxLength(100)
  @IsOptional()
  code?: string | null;
}

@InputType({ description: 'A consent that was given by word of mouth or on paper.' })
export class ProspectConsentInput {
  @Field(() => String, { description: 'FOLLOW_UP or NEWS.' })
  @MaxLength(40)
  purpose!: string;

  @Field(() => String, { description: 'PHONE or PAPER.' })
  @MaxLength(40)
  channel!: string;

  @Field(() => String, { description: 'The very words that they agreed to, 10 to 2,000 characters.' })
  @MaxLength(20_000)
  wording!: string;
}

@InputType({ description: 'A household that an agent writes down.' })
export class CreateProspectInput {
  @Field(() => ProspectInput)
  @ValidateNested()
  household!: ProspectInput;

  @Field(() => ProspectOriginInput, { nullable: true })
  @ValidateNested()
  @IsOptional()
  origin?: ProspectOriginInput | null;

  @Field(() => [ProspectConsentInput], { nullable: true })
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @IsOptional()
  consents?: ProspectConsentInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the form: sent twice, it is one household. 8 to 100 characters.',
  })
  @MaxLength(100)
  @IsOptional()
  key?: string | null;
}
