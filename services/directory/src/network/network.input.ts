import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import {
  ArrayMaxSize,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import {
  CommitmentState,
  ExchangeMeans,
  NetworkActorKind,
  NetworkOrder,
  NetworkScale,
  NetworkState,
  WelcomeStep,
} from './network-vocabulary.js';

const COMMUNE = /^[0-9AB]{5}$/;
const UNKNOWN_COMMUNE = { message: 'Un code INSEE a 5 caractères.' };
const FEW = 10;

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class NetworkFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, a description, an offer or a contact; accents and case do not matter.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => [NetworkScale], { nullable: true })
  @ArrayMaxSize(FEW)
  @IsOptional()
  scales?: NetworkScale[] | null;

  @Field(() => [WelcomeStep], { nullable: true, description: 'Offers something at one of these steps.' })
  @ArrayMaxSize(FEW)
  @IsOptional()
  steps?: WelcomeStep[] | null;

  @Field(() => NetworkActorKind, { nullable: true })
  kind?: NetworkActorKind | null;

  @Field(() => [NetworkState], { nullable: true, description: 'All but the archived when left out.' })
  @ArrayMaxSize(FEW)
  @IsOptional()
  states?: NetworkState[] | null;

  @Field(() => [CommitmentState], { nullable: true })
  @ArrayMaxSize(FEW)
  @IsOptional()
  commitments?: CommitmentState[] | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code.' })
  @Matches(COMMUNE, UNKNOWN_COMMUNE)
  @IsOptional()
  commune?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: was asked something and has not answered.' })
  waiting?: boolean | null;
}

@ArgsType()
export class NetworkArguments extends ConnectionArguments {
  @Field(() => NetworkFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: NetworkFilter | null;

  @Field(() => NetworkOrder, { defaultValue: NetworkOrder.NAME_ASC })
  orderBy!: NetworkOrder;
}

@ArgsType()
export class MobilisationArguments {
  @Field(() => WelcomeStep)
  step!: WelcomeStep;

  @Field(() => ID, { nullable: true, description: 'INSEE code: its own actors come first.' })
  @Matches(COMMUNE, UNKNOWN_COMMUNE)
  @IsOptional()
  commune?: string | null;
}

/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
@InputType({ description: 'An actor as it shall be; what is left out is unknown.' })
export class NetworkActorInput {
  @Field(() => NetworkActorKind)
  kind!: NetworkActorKind;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  name!: string;

  @Field(() => NetworkScale)
  scale!: NetworkScale;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(5000)
  @IsOptional()
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'An https address.' })
  @MaxLength(2000)
  @IsOptional()
  website?: string | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code of where it is.' })
  @Matches(COMMUNE, UNKNOWN_COMMUNE)
  @IsOptional()
  communeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(5000)
  @IsOptional()
  commitment?: string | null;

  @Field(() => DateResolver, { nullable: true })
  @IsOptional()
  committedOn?: Date | null;

  @Field(() => DateResolver, { nullable: true })
  @IsOptional()
  committedUntil?: Date | null;
}

@InputType()
export class NetworkOfferInput {
  @Field(() => WelcomeStep)
  step!: WelcomeStep;

  @Field(() => String, { description: '1 to 300 characters.' })
  @MaxLength(2000)
  what!: string;

  @Field(() => Int, { nullable: true, description: 'Working days, 0 to 60.' })
  @Min(-1_000_000)
  @Max(1_000_000)
  @IsOptional()
  answersWithin?: number | null;
}

@InputType({ description: 'A name and at least one way to reach them.' })
export class NetworkContactInput {
  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  @MaxLength(1000)
  @IsOptional()
  role?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  email?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  phone?: string | null;
}

@InputType()
export class NetworkExchangeInput {
  @Field(() => ID)
  @IsUUID()
  actorId!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  @MaxLength(2000)
  subject!: string;

  @Field(() => ExchangeMeans)
  means!: ExchangeMeans;

  @Field(() => WelcomeStep, { nullable: true })
  step?: WelcomeStep | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Now when left out; never later.' })
  @IsOptional()
  askedAt?: Date | null;
}

@InputType({ description: 'That an actor agreed to be named in public.' })
export class NetworkConsentInput {
  @Field(() => String, { description: 'Of the words that it agreed to, see networkConsent.' })
  @MaxLength(20)
  version!: string;

  @Field(() => DateResolver, { description: 'When it agreed; never later than today.' })
  givenOn!: Date;
}
