import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The picture that a published solo chose to show.', simpleResolvers: true })
export class SoloPicture {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it shows, for those who do not see it.' })
  alternative!: string;

  @Field(() => Int, { description: 'Of the large size, in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Of the large size, in pixels.' })
  height!: number;

  @Field(() => String, {
    description: 'Path on the gateway of the size for lists: WebP, 640 pixels at most.',
  })
  small!: string;

  @Field(() => String, {
    description: 'Path on the gateway of the size for its own page: WebP, 1600 pixels at most.',
  })
  large!: string;
}
