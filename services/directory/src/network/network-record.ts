import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { NetworkActorNode, NetworkOfferNode } from './network-actor.js';
import {
  CommitmentState,
  ExchangeMeans,
  NetworkScale,
  NetworkState,
  WelcomeStep,
} from './network-vocabulary.js';

@ObjectType('NetworkContact', {
  description: 'Whom to reach at an actor. Members only.',
  simpleResolvers: true,
})
export class NetworkContactNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  role!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}

@ObjectType('NetworkExchange', {
  description: 'That an actor was asked something, and whether it answered. Members only.',
  simpleResolvers: true,
})
export class NetworkExchangeNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => ExchangeMeans)
  means!: ExchangeMeans;

  @Field(() => WelcomeStep, {
    nullable: true,
    description: 'What it was about; null: the network in general.',
  })
  step!: WelcomeStep | null;

  @Field(() => DateTimeResolver)
  askedAt!: string;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Null: not answered yet.' })
  answeredAt!: string | null;

  @Field(() => String, { nullable: true })
  answer!: string | null;

  @Field(() => Int, { description: 'Working days until the answer, or until today while there is none.' })
  workingDays!: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it answered within what it promised for that step; null: it promised nothing, or its time runs still.',
  })
  inTime!: boolean | null;
}

@ObjectType({
  description:
    'How an actor answers, from what it was asked in the last two years. Working days are those of metropolitan France, without public holidays.',
  simpleResolvers: true,
})
export class Responsiveness {
  @Field(() => Int)
  asked!: number;

  @Field(() => Int)
  answered!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Median working days to an answer; null: none came yet.',
  })
  medianWorkingDays!: number | null;

  @Field(() => Int, {
    description: 'Answers that were promised within a time, and whose time is up or came.',
  })
  promised!: number;

  @Field(() => Int, { description: 'Those that came in time.' })
  kept!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'kept / promised, 0 to 1; null: nothing to judge by yet.',
  })
  keptShare!: number | null;
}

@ObjectType({
  description: 'All that the territory keeps about an actor of its network. Members only.',
  simpleResolvers: true,
})
export class NetworkRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => NetworkActorNode)
  actor!: NetworkActorNode;

  @Field(() => NetworkState)
  state!: NetworkState;

  @Field(() => String, { nullable: true, description: 'What it committed itself to.' })
  commitment!: string | null;

  @Field(() => DateResolver, { nullable: true })
  committedOn!: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'Its last day; null: without an end.' })
  committedUntil!: string | null;

  @Field(() => CommitmentState)
  commitmentState!: CommitmentState;

  @Field(() => DateResolver, { nullable: true, description: 'When it agreed to be named in public.' })
  consentGivenOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The sentence it agreed to.' })
  consentWording!: string | null;

  @Field(() => String, { nullable: true })
  consentVersion!: string | null;

  @Field(() => [NetworkContactNode])
  contacts!: NetworkContactNode[];

  @Field(() => [NetworkExchangeNode], {
    description: 'Of the last two years, the newest first; 200 at most.',
  })
  exchanges!: NetworkExchangeNode[];

  @Field(() => DateTimeResolver, { nullable: true, description: 'Null: never in the last two years.' })
  lastAskedAt!: string | null;

  @Field(() => Responsiveness)
  responsiveness!: Responsiveness;
}

@ObjectType({ simpleResolvers: true })
export class NetworkRecordConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [NetworkRecord])
  nodes!: NetworkRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({
  description: 'How many actors that are not archived offer something at a step. Members only.',
  simpleResolvers: true,
})
export class NetworkCoverage {
  @Field(() => WelcomeStep)
  step!: WelcomeStep;

  @Field(() => NetworkScale)
  scale!: NetworkScale;

  @Field(() => Int)
  actors!: number;
}

@ObjectType({
  description: 'Somebody to call at a step, at their place in the order to call in. Members only.',
  simpleResolvers: true,
})
export class MobilisationEntry {
  @Field(() => NetworkRecord)
  record!: NetworkRecord;

  @Field(() => [NetworkOfferNode], { description: 'What it offers at that step.' })
  offers!: NetworkOfferNode[];

  @Field(() => Boolean, { description: 'Whether it is in the commune that was named.' })
  sameCommune!: boolean;

  @Field(() => NetworkExchangeNode, { nullable: true, description: 'Its last request about that step.' })
  lastExchange!: NetworkExchangeNode | null;
}

@ObjectType({ description: 'What an actor agrees to, to be named in public.', simpleResolvers: true })
export class NetworkConsentWording {
  @Field(() => String, { description: 'Give it with the consent; it changes when the words do.' })
  version!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  wording!: string;
}
