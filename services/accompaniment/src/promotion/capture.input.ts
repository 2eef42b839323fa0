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
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { Channel } from './channel.js';

@InputType({ description: 'What the household agreed to, in the words that the screen showed.' })
export class CaptureConsentInput {
  @Field(() => String, { description: 'Version of the sentence, as prospectConsent or the form gave it.' })
  @MaxLength(40)
  version!: string;

  @Field(() => Boolean, { description: 'Ticked by the household itself.' })
  accepted!: boolean;

  @Field(() => Boolean, { description: 'It also wants news by e-mail.' })
  news!: boolean;
}

@InputType({
  description: 'A household met at a fair, as a phone noted it, perhaps hours before it is sent.',
})
export class CaptureProspectInput {
  @Field(() => ID, { description: 'Chosen by the phone: sent twice, it is one household.' })
  @IsUUID()
  captureKey!: string;

  @Field(() => ID)
  @IsUUID()
  fairId!: string;

  @Field(() => DateTimeResolver, {
    description: 'By the clock of the phone; kept between the day before the fair and now.',
  })
  metAt!: Date;

  @Field(() => String)
  @MaxLength(1000)
  name!: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  email?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(200)
  @IsOptional()
  phone?: string | null;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(1000)
  adults!: number;

  @Field(() => [Int], { description: 'Years of birth.' })
  @ArrayMaxSize(20)
  childrenBirthYears!: number[];

  @Field(() => String, { nullable: true })
  @MaxLength(5000)
  @IsOptional()
  project?: string | null;

  @Field(() => InstallationHorizon, { nullable: true })
  horizon?: InstallationHorizon | null;

  @Field(() => Channel, { nullable: true, description: 'How they say they heard of the territory.' })
  declaredChannel?: Channel | null;

  @Field(() => CaptureConsentInput)
  @ValidateNested()
  consent!: CaptureConsentInput;
}
