import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Theme } from '../territory/theme.js';
import { LOCALES } from '../territory/update-territory.input.js';

@InputType({ description: 'A territory to be made.' })
export class NewTerritoryInput {
  @Field(() => String)
  @MaxLength(200)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Short name in addresses; from the name when left out.',
  })
  @MaxLength(100)
  @IsOptional()
  slug?: string;

  @Field(() => [ID], { description: 'SIREN numbers of inter-communal bodies: their communes are its own.' })
  @ArrayMaxSize(200)
  @MaxLength(20, { each: true })
  epci!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Host names that are to serve it, without port.' })
  @ArrayMaxSize(10)
  @MaxLength(253, { each: true })
  hosts!: string[];

  @Field(() => [String], { description: 'Languages of its site; the first is the main one.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsIn(LOCALES, { each: true })
  locales!: string[];

  @Field(() => Theme)
  theme!: Theme;

  @Field(() => String, {
    nullable: true,
    description:
      'Short name of a territory whose settings it starts from: what lies under its maps, how long verified facts hold, from when a class is at risk.',
  })
  @MaxLength(100)
  @IsOptional()
  model?: string;
}
