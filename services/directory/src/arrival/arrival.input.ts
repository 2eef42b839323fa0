import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ArrivalStatus } from './arrival-status.js';

@InputType({ description: 'Every condition must hold.' })
export class ArrivalFilter {
  @Field(() => String, { nullable: true, description: 'Part of a title, a summary or a name.' })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => [ArrivalStatus], { nullable: true })
  @ArrayMaxSize(5)
  @IsOptional()
  statuses?: ArrivalStatus[] | null;
}

@ArgsType()
export class ArrivalRecordsArguments extends ConnectionArguments {
  @Field(() => ArrivalFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: ArrivalFilter | null;
}

/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
@InputType({ description: 'An arrival as it shall be.' })
export class ArrivalInput {
  @Field(() => ID, { description: 'Whom it presents.' })
  @IsUUID()
  soloId!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  title!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  @MaxLength(2000)
  summary!: string;

  @Field(() => String, {
    description: '1 to 8,000 characters: plain text, paragraphs parted by empty lines.',
  })
  @MaxLength(40_000)
  body!: string;

  @Field(() => ID, { nullable: true, description: 'INSEE code of where they settled.' })
  @Matches(/^[0-9AB]{5}$/, { message: 'Un code INSEE a 5 caractères.' })
  @IsOptional()
  communeCode?: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'When they arrived.' })
  @IsOptional()
  arrivedOn?: Date | null;
}
