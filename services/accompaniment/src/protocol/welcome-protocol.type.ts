import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { STEP_ANCHOR, STEP_OWNER, STEP_PHASE } from './protocol-step.enums.js';
import type { StepAnchor, StepOwner, StepPhase } from './protocol-step.js';

@ObjectType({ description: 'A step in public words.', simpleResolvers: true })
export class PublicProtocolStep {
  @Field(() => ID)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  words!: string;

  @Field(() => STEP_PHASE)
  phase!: StepPhase;

  @Field(() => STEP_OWNER)
  owner!: StepOwner;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation of the reception network that carries it.',
  })
  actorName!: string | null;

  @Field(() => STEP_ANCHOR)
  anchor!: StepAnchor;

  @Field(() => Int, { description: 'Working days from the anchor; below zero before an arrival.' })
  delay!: number;

  @Field(() => [String], { description: 'Titles of the papers that the household brings.' })
  papers!: string[];

  @Field(() => Boolean, { description: 'For some households only, such as those with children.' })
  conditional!: boolean;
}

@ObjectType({
  description: 'How the territory welcomes, as anybody may read it: steps without public words are left out.',
  simpleResolvers: true,
})
export class WelcomeProtocol {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  introduction!: string | null;

  @Field(() => DateTimeResolver)
  publishedAt!: Date;

  @Field(() => [PublicProtocolStep])
  steps!: PublicProtocolStep[];

  @Field(() => Boolean, { description: 'Generated, to show what the platform does.' })
  demonstration!: boolean;
}
