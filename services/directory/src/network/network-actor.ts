import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NetworkActorKind, NetworkScale, WelcomeStep } from './network-vocabulary.js';

@ObjectType('NetworkOffer', {
  description: 'What an actor does for newcomers at a step of their welcome.',
  simpleResolvers: true,
})
export class NetworkOfferNode {
  @Field(() => ID)
  id!: string;

  @Field(() => WelcomeStep)
  step!: WelcomeStep;

  @Field(() => String, { description: 'Plain text, at most 300 characters.' })
  what!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days within which it promised to answer; null: it promised none.',
  })
  answersWithin!: number | null;
}

@ObjectType('NetworkActor', {
  description:
    'An organisation or a person of the reception network, as everybody may read of it once it agreed to that.',
  simpleResolvers: true,
})
export class NetworkActorNode {
  @Field(() => ID)
  id!: string;

  @Field(() => NetworkActorKind)
  kind!: NetworkActorKind;

  @Field(() => String, { description: 'At most 120 characters.' })
  name!: string;

  @Field(() => NetworkScale)
  scale!: NetworkScale;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 1,000 characters.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'An https address.' })
  website!: string | null;

  @Field(() => [NetworkOfferNode], { description: 'In the order of the steps.' })
  offers!: NetworkOfferNode[];

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;

  communeCode!: string | null;
}
