import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';

const TOO_MANY = { message: 'Au plus 50 valeurs.' };
const TOO_LONG = { message: 'Au plus 100 caractères.' };
const EACH_TOO_LONG = { ...TOO_LONG, each: true };

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class SoloFilter {
  @Field(() => [String], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(50, TOO_MANY)
  @MaxLength(100, EACH_TOO_LONG)
  activity?: string[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(50, TOO_MANY)
  @MaxLength(100, EACH_TOO_LONG)
  skill?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'INSEE codes.' })
  @IsOptional()
  @ArrayMaxSize(50, TOO_MANY)
  @MaxLength(5, { message: 'Un code INSEE a 5 caractères.', each: true })
  commune?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Surroundings, of those who do not show their commune.',
  })
  @IsOptional()
  @ArrayMaxSize(50, TOO_MANY)
  @MaxLength(100, EACH_TOO_LONG)
  area?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'ISO 639-1 codes.' })
  @IsOptional()
  @ArrayMaxSize(50, TOO_MANY)
  @MaxLength(8, { message: 'Un code de langue a 2 lettres.', each: true })
  language?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  canSponsor?: boolean | null;
}

@ArgsType()
export class SolosArguments extends ConnectionArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name, activity, skills, area or presentation; accents, case and typing errors are forgiven, and words of the same trade found.',
  })
  @IsOptional()
  @MaxLength(100, TOO_LONG)
  search?: string | null;

  @Field(() => SoloFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  filter?: SoloFilter | null;
}

@ArgsType()
export class SoloArguments {
  @Field(() => String)
  @MaxLength(100, TOO_LONG)
  slug!: string;
}
