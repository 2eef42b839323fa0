import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, Length, MaxLength, Min, ValidateNested } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConsentChannel } from './contact-consent.js';
import { PremisesKind, PremisesState, Tenure } from './premises-kind.js';

@InputType()
export class PremisesFilter {
  @Field(() => [PremisesKind], { nullable: true, description: 'Any of these kinds.' })
  @ArrayMaxSize(6)
  @IsOptional()
  kinds?: PremisesKind[];

  @Field(() => ID, { nullable: true, description: 'INSEE code.' })
  @Length(5, 5)
  @IsOptional()
  commune?: string;

  @Field(() => Tenure, { nullable: true })
  @IsOptional()
  tenure?: Tenure;

  @Field(() => DateResolver, { nullable: true, description: 'Known to be free on that day.' })
  @IsOptional()
  availableBefore?: Date;

  @Field(() => Int, { nullable: true, description: 'Square metres; leaves out what is not measured.' })
  @Min(0)
  @IsOptional()
  minimumSurface?: number;

  @Field(() => Boolean, { nullable: true, description: 'True: known to have fibre.' })
  @IsOptional()
  fibre?: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the title, of the text or of the commune’s name; accents and case do not matter.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string;

  @Field(() => [PremisesState], {
    nullable: true,
    description: 'Published ones when left out; others than the territory’s members never see the rest.',
  })
  @ArrayMaxSize(4)
  @IsOptional()
  states?: PremisesState[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: published, and past their last day or less than 30 days from it. Takes the place of states.',
  })
  @IsOptional()
  toRenew?: boolean;
}

@ArgsType()
export class PremisesArguments extends ConnectionArguments {
  @Field(() => PremisesFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: PremisesFilter;
}

@InputType({ description: 'That the contact agreed to be named.' })
export class ContactConsentInput {
  @Field(() => String, { description: 'Of the words they agreed to, see premisesConsent.' })
  @MaxLength(20)
  version!: string;

  @Field(() => ConsentChannel)
  channel!: ConsentChannel;
}

/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
@InputType({ description: 'Premises as they shall be; what is left out is unknown.' })
export class PremisesInput {
  @Field(() => PremisesKind)
  kind!: PremisesKind;

  @Field(() => ID, { description: 'INSEE code of a commune of the territory.' })
  @MaxLength(10)
  communeCode!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 4,000 characters; shown as it is typed.' })
  @MaxLength(20_000)
  @IsOptional()
  description?: string;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  @MaxLength(1000)
  @IsOptional()
  address?: string;

  @Field(() => Int, { nullable: true, description: 'Square metres, 1 to 10,000,000.' })
  @IsOptional()
  surface?: number;

  @Field(() => Int, { nullable: true, description: '1 to 10,000.' })
  @IsOptional()
  places?: number;

  @Field(() => Tenure, { nullable: true })
  @IsOptional()
  tenure?: Tenure;

  @Field(() => Int, { nullable: true, description: 'Euros, up to 100,000,000.' })
  @IsOptional()
  priceEuros?: number;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  fibre?: boolean;

  @Field(() => DateResolver, { nullable: true })
  @IsOptional()
  availableFrom?: Date;

  @Field(() => DateResolver, { description: 'From today up to a year ahead.' })
  expiresOn!: Date;

  @Field(() => String, { nullable: true, description: 'An https address.' })
  @MaxLength(2000)
  @IsOptional()
  website?: string;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  @MaxLength(1000)
  @IsOptional()
  contactName?: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  contactEmail?: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  @IsOptional()
  contactPhone?: string;

  @Field(() => ContactConsentInput, {
    nullable: true,
    description: 'Needed with a contact. Without it none is kept: that is how a consent is withdrawn.',
  })
  @ValidateNested()
  @IsOptional()
  contactConsent?: ContactConsentInput;
}
