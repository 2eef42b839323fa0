import { DateResolver } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IndicatorKey } from './indicator-key.js';

@ObjectType({
  description: 'One figure of a period. Unknown is null, and neither zero nor suppressed.',
  simpleResolvers: true,
})
export class IndicatorFigure {
  @Field(() => IndicatorKey)
  key!: IndicatorKey;

  @Field(() => Float, {
    nullable: true,
    description: 'In the unit of its definition; null when unknown, or suppressed.',
  })
  value!: number | null;

  @Field(() => Boolean, {
    description: 'True when it is kept from the public: it counts 1 to 4, or would give such a count away.',
  })
  suppressed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'On how many records that say something it rests; for members alone.',
  })
  known!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many records it concerns, said or not; for members alone.',
  })
  total!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many households are behind it that still have a name: as many as the list of it shows agents. For members alone.',
  })
  households!: number | null;
}

@ObjectType({
  description: 'The figures of a period, counted from the records as they are known today.',
  simpleResolvers: true,
})
export class IndicatorPeriod {
  @Field(() => DateResolver)
  from!: string;

  @Field(() => DateResolver, { description: 'Last day counted.' })
  to!: string;

  @Field(() => [IndicatorFigure], { description: 'In the order of the definitions.' })
  figures!: IndicatorFigure[];

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}
