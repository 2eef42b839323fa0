import { DateResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How the viewer follows the steps given to them.', simpleResolvers: true })
export class OwnFollowing {
  @Field(() => Boolean, {
    description: 'Whether they get a letter on mornings when a step is due, overdue, or new to them.',
  })
  letters!: boolean;

  @Field(() => String, { description: 'Language of these letters, fr or en.' })
  locale!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Whole address of their private calendar; null before one was made.',
  })
  feedUrl!: string | null;
}

@ObjectType({
  description: 'A step in its owner’s calendar; nothing tells whose welcome it is of.',
  simpleResolvers: true,
})
export class FeedStep {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The case.' })
  installationId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => DateResolver, { description: 'As a day of Paris.' })
  dueOn!: string;

  @Field(() => Int, { description: 'Grows at each change.' })
  version!: number;
}

@ObjectType({ description: 'A member’s calendar of steps.', simpleResolvers: true })
export class StepFeed {
  @Field(() => String, { description: 'Its language, fr or en.' })
  locale!: string;

  @Field(() => [FeedStep], { description: 'To do and dated, the first ones first; at most 500.' })
  steps!: FeedStep[];
}
