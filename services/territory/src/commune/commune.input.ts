import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, Length, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { BroadbandClass } from '../broadband/broadband-class.js';

export enum CommuneOrder {
  NAME_ASC = 'NAME_ASC',
  NAME_DESC = 'NAME_DESC',
  POPULATION_ASC = 'POPULATION_ASC',
  POPULATION_DESC = 'POPULATION_DESC',
}
registerEnumType(CommuneOrder, { name: 'CommuneOrder' });

@InputType()
export class CommuneFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, or a postal code; accents and case do not matter.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @IsOptional()
  minimumPopulation?: number;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @IsOptional()
  maximumPopulation?: number;

  @Field(() => [BroadbandClass], { nullable: true, description: 'Any of these classes.' })
  @ArrayMaxSize(5)
  @IsOptional()
  broadbandClass?: BroadbandClass[];

  @Field(() => ID, { nullable: true, description: 'SIREN number.' })
  @Length(9, 9)
  @IsOptional()
  intercommunality?: string;

  @Field(() => [ID], { nullable: true, description: 'Facility types, all present in the commune.' })
  @ArrayMaxSize(20)
  @IsOptional()
  facilityTypes?: string[];

  @Field(() => [ID], { nullable: true, description: 'Any of these INSEE codes; at most 100.' })
  @ArrayMaxSize(100)
  @IsOptional()
  codes?: string[];
}

@ArgsType()
export class CommunesArguments extends ConnectionArguments {
  @Field(() => CommuneFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: CommuneFilter;

  @Field(() => CommuneOrder, { nullable: true, defaultValue: CommuneOrder.NAME_ASC })
  orderBy?: CommuneOrder | null;
}
