import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An arrival that the territory has told of on its site.' })
export class NewsArrivalInput {
  @Field(() => String, { description: 'Its short name in addresses.' })
  @MaxLength(100)
  slug!: string;

  @Field(() => String)
  @MaxLength(200)
  title!: string;
}

@InputType({ description: 'A letter of news to the households that agreed to get them.' })
export class NewsInput {
  @Field(() => ID, { description: 'Chosen by the form (a uuid): sent again, it is the same letter.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { description: 'Up to 120 characters.' })
  @MaxLength(600)
  subject!: string;

  @Field(() => String, { nullable: true, description: 'A few words before the rest, up to 2000 characters.' })
  @MaxLength(10_000)
  @IsOptional()
  introduction?: string | null;

  @Field(() => [ID], { description: 'Sessions to come that visitors see.' })
  @ArrayMaxSize(12)
  @IsUUID(undefined, { each: true })
  sessionIds!: string[];

  @Field(() => [ID], { description: 'Fairs to come that visitors see.' })
  @ArrayMaxSize(12)
  @IsUUID(undefined, { each: true })
  fairIds!: string[];

  @Field(() => [NewsArrivalInput])
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  arrivals!: NewsArrivalInput[];
}
