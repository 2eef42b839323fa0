import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { BoundedFigure } from './region-disclosure.js';

@ObjectType({
  description:
    'A figure of a region; value is null and suppressed true when it counts 1 to 4 persons, or would let the figure of a territory be computed that does.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class RegionFigure implements BoundedFigure {
  @Field(() => Int, { nullable: true })
  value!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;

  @Field(() => Int, {
    description: 'The value, or the least that it can be by what is published of the territories.',
  })
  atLeast!: number;

  @Field(() => Int, { description: 'The value, or the most that it can be.' })
  atMost!: number;
}
