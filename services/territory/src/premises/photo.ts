import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('PremisesPhoto', { description: 'A photograph of premises.', simpleResolvers: true })
export class PhotoNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it shows, for those who do not see it.' })
  alternative!: string;

  @Field(() => String, { nullable: true, description: 'Who is to be named with it.' })
  credit!: string | null;

  @Field(() => Int, { description: 'Of the large one, in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Of the large one, in pixels.' })
  height!: number;

  @Field(() => String, {
    description: 'Address on the site: WebP, 1600 pixels at most. Answers while the premises show.',
  })
  large!: string;

  @Field(() => String, {
    description: 'Address on the site: WebP, 640 pixels at most. Answers while the premises show.',
  })
  small!: string;
}
