import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Children who came to live in a commune with households whose installation is effective.',
  simpleResolvers: true,
})
export class ChildrenArrived {
  @Field(() => Int, { description: 'Calendar year of the installations.' })
  year!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many; null to others than the territory’s members below 5, or where it would give such a count away.',
  })
  children!: number | null;

  @Field(() => Boolean, { description: 'True when the figure is kept back; 0 to 4 look the same.' })
  suppressed!: boolean;

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}
