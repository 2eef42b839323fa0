import { DateResolver } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Channel } from '../promotion/channel.js';
import { Commune } from '../references.js';

/** How far a household of a cohort has come; each step counts by itself. */
export enum FunnelStepKey {
  CONTACT = 'CONTACT',
  QUALIFIED = 'QUALIFIED',
  ATTENDED = 'ATTENDED',
  PROJECT = 'PROJECT',
  INSTALLED = 'INSTALLED',
}
registerEnumType(FunnelStepKey, {
  name: 'FunnelStepKey',
  valuesConfig: {
    CONTACT: { description: 'The household was in touch for the first time.' },
    QUALIFIED: {
      description:
        'Its stage was « qualified » or further at some time, or one of the later steps was reached.',
    },
    ATTENDED: { description: 'It came to a discovery session.' },
    PROJECT: { description: 'A settling project was opened for it, whatever became of it.' },
    INSTALLED: { description: 'It settled.' },
  },
});

@ObjectType({ description: 'How many households of a cohort reached a step.', simpleResolvers: true })
export class FunnelStep {
  @Field(() => FunnelStepKey)
  key!: FunnelStepKey;

  @Field(() => String, { description: 'How it is called, in the language of the request.' })
  label!: string;

  @Field(() => String, { description: 'What it takes to be counted.' })
  rule!: string;

  @Field(() => Int, { nullable: true, description: 'Households; null when suppressed.' })
  value!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Those that still have a name: as many as the list of it shows agents. For members alone.',
  })
  households!: number | null;
}

@ObjectType({
  description: 'What became of the households that were first in touch within a period, until today.',
  simpleResolvers: true,
})
export class IndicatorFunnel {
  @Field(() => DateResolver, { nullable: true, description: 'Null: since the beginning.' })
  from!: string | null;

  @Field(() => DateResolver)
  to!: string;

  @Field(() => [FunnelStep])
  steps!: FunnelStep[];

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}

@ObjectType({
  description:
    'Households first in touch within a period, by a passage: what a link or a fair measured, else what they say.',
  simpleResolvers: true,
})
export class OriginShare {
  @Field(() => Channel, { nullable: true, description: 'Null: no origin is known.' })
  channel!: Channel | null;

  @Field(() => Int, { nullable: true, description: 'Households; null when suppressed.' })
  contacts!: number | null;

  @Field(() => Boolean, { description: 'Whether the number of contacts is kept from the public.' })
  suppressed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Of them those that came to a session; for members alone.',
  })
  attended!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of them those that settled; for members alone.' })
  installed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Those that still have a name; for members alone.' })
  households!: number | null;
}

@ObjectType({ description: 'Where the households of a period come from.', simpleResolvers: true })
export class IndicatorOrigins {
  @Field(() => [OriginShare], { description: 'By the first passage whose origin is known.' })
  first!: OriginShare[];

  @Field(() => [OriginShare], { description: 'By the last one.' })
  last!: OriginShare[];
}

@ObjectType({
  description: 'Where the households that settled within a period live.',
  simpleResolvers: true,
})
export class CommuneShare {
  @Field(() => Commune, {
    nullable: true,
    description: 'Null: the communes that are kept from the public, together.',
  })
  commune!: Commune | null;

  @Field(() => Int, { description: 'Effective installations.' })
  installations!: number;

  @Field(() => Int, { description: 'Adults and children.' })
  people!: number;

  @Field(() => Int, { nullable: true, description: 'Households that still have a name; for members alone.' })
  households!: number | null;
}
