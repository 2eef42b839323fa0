import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Said of every record that two members could change at a time. */
export const STAMP =
  'Give it back with a change: it is refused when somebody else changed the record meanwhile.';

@ObjectType('PromotionMessage', {
  description: 'What is said to an audience, ready to be used in a campaign.',
  simpleResolvers: true,
})
export class PromotionMessageRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  body!: string;

  @Field(() => String, { description: STAMP })
  stamp!: string;
}

@ObjectType('Audience', { description: 'Whom the territory speaks to.', simpleResolvers: true })
export class AudienceRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Who they are, what they look for.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Generated, to show what the platform does.' })
  demonstration!: boolean;

  @Field(() => Int, { description: 'How many campaigns speak to it.' })
  campaigns!: number;

  @Field(() => [PromotionMessageRecord])
  messages!: PromotionMessageRecord[];

  @Field(() => String, { description: STAMP })
  stamp!: string;
}
