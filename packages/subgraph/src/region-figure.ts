import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { PublishedFigure } from './suppression.js';

@ObjectType({
  description: 'A figure of a region; value is null and suppressed true when it counts 1 to 4 persons.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class RegionFigure implements PublishedFigure {
  @Field(() => Int, { nullable: true })
  value!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}
