import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { ProspectOriginInput } from './prospect.input.js';

@InputType({ description: 'What somebody agreed to by sending a form.' })
export class CallbackConsentInput {
  @Field(() => String, {
    description: 'Version of the sentences that were shown: registrationConsent.version.',
  })
  @MaxLength(40)
  textVersion!: string;

  @Field(() => Boolean, { description: 'To be kept and answered: needed.' })
  accepted!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'To get news by e-mail: as they like.' })
  @IsOptional()
  news?: boolean | null;
}

@InputType({
  description: 'Somebody who wants to be called back, from anybody. What is left out is unknown.',
})
export class AskCallbackInput {
  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  name!: string;

  @Field(() => String, { description: 'French unless it starts with a prefix: +34…' })
  @MaxLength(200)
  phone!: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When they like to be called, at most 120 characters.',
  })
  @MaxLength(1000)
  @IsOptional()
  callWhen?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, or their project: at most 2,000 characters.' })
  @MaxLength(20_000)
  @IsOptional()
  project?: string | null;

  @Field(() => String, { nullable: true, description: 'What they live by, at most 200 characters.' })
  @MaxLength(2000)
  @IsOptional()
  activity?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 10.' })
  @IsOptional()
  adults?: number | null;

  @Field(() => [Int], { nullable: true, description: 'At most 10.' })
  @ArrayMaxSize(30)
  @IsOptional()
  childrenBirthYears?: number[] | null;

  @Field(() => String, { nullable: true, description: 'A BroadbandClass of the territory: FROM_100.' })
  @MaxLength(40)
  @IsOptional()
  speed?: string | null;

  @Field(() => [String], { nullable: true, description: 'Words of services, as the map has them.' })
  @ArrayMaxSize(60)
  @MaxLength(60, { each: true })
  @IsOptional()
  services?: string[] | null;

  @Field(() => InstallationHorizon, { nullable: true })
  @IsOptional()
  horizon?: InstallationHorizon | null;

  @Field(() => ProspectOriginInput, { nullable: true })
  @ValidateNested()
  @IsOptional()
  origin?: ProspectOriginInput | null;

  @Field(() => CallbackConsentInput)
  @ValidateNested()
  consent!: CallbackConsentInput;

  @Field(() => String, {
    description: 'Chosen by the form: sent twice, it is one call. 8 to 100 characters.',
  })
  @MaxLength(100)
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'To be left empty: people do not see it, programmes fill it in.',
  })
  @MaxLength(400)
  @IsOptional()
  website?: string | null;
}
