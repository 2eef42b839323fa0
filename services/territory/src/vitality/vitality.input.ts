import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'The children of a crèche in one year; what is left out is unknown.' })
export class EnrolmentInput {
  @Field(() => ID)
  @MaxLength(64)
  facilityId!: string;

  @Field(() => Int, { description: 'In which the school year begins: 2000 to the next.' })
  year!: number;

  @Field(() => Int, { nullable: true, description: 'On the list, 0 to 500.' })
  children?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 500.' })
  places?: number | null;
}

@InputType({ description: 'What is left out is not known, and nothing is assumed in its place.' })
export class ThresholdsInput {
  @Field(() => Int, { nullable: true, description: 'Pupils per class, 1 to 60.' })
  closing?: number | null;

  @Field(() => Int, { nullable: true, description: 'Pupils per class, 1 to 60, not below closing.' })
  opening?: number | null;

  @Field(() => Int, { nullable: true, description: 'Per cent, 1 to 100.' })
  occupancy?: number | null;
}
