import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PresenceStatus } from '../facility/facility.js';
import { FacilityFamily } from '../facility/facility-type.js';

export enum FactOrder {
  COMMUNE_ASC = 'COMMUNE_ASC',
  COMMUNE_DESC = 'COMMUNE_DESC',
  TYPE_ASC = 'TYPE_ASC',
  EXPIRES_ASC = 'EXPIRES_ASC',
  VERIFIED_DESC = 'VERIFIED_DESC',
}
registerEnumType(FactOrder, {
  name: 'FactOrder',
  description: 'Facts that were never verified come last where the order is by verification.',
});

@InputType()
export class FactFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a commune’s name or of a type’s label; accents and case do not matter.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string;

  @Field(() => ID, { nullable: true, description: 'INSEE code.' })
  @Length(5, 5)
  @IsOptional()
  commune?: string;

  @Field(() => [FacilityFamily], { nullable: true, description: 'Any of these families.' })
  @ArrayMaxSize(8)
  @IsOptional()
  families?: FacilityFamily[];

  @Field(() => [ID], { nullable: true, description: 'Any of these types.' })
  @ArrayMaxSize(60)
  @IsOptional()
  types?: string[];

  @Field(() => [PresenceStatus], { nullable: true, description: 'Any of these answers.' })
  @ArrayMaxSize(4)
  @IsOptional()
  statuses?: PresenceStatus[];

  @Field(() => Boolean, { nullable: true, description: 'Whether sources disagree, undecided.' })
  @IsOptional()
  conflict?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether a decision is kept, stale ones included.' })
  @IsOptional()
  decided?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether a verification has expired.' })
  @IsOptional()
  expired?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'True: without a verification that holds.' })
  @IsOptional()
  unverified?: boolean;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'Verified, and no longer so on that day; those that expired are among them.',
  })
  @IsOptional()
  expiresBefore?: Date;
}

@ArgsType()
export class FactsArguments extends ConnectionArguments {
  @Field(() => FactFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: FactFilter;

  @Field(() => FactOrder, { nullable: true, defaultValue: FactOrder.COMMUNE_ASC })
  @IsOptional()
  orderBy?: FactOrder;
}
