import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { DOCUMENT_BRINGER, STEP_ANCHOR, STEP_OWNER, STEP_PHASE } from './protocol-step.enums.js';
import type { StepAnchor, StepCondition, StepDocument, StepOwner, StepPhase } from './protocol-step.js';

@ObjectType('ProtocolDocument', { description: 'A paper that a step needs.', simpleResolvers: true })
export class ProtocolDocumentType {
  @Field(() => ID, { description: 'Unique in its step.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => DOCUMENT_BRINGER)
  from!: StepDocument['from'];
}

@ObjectType('ProtocolCondition', {
  description: 'Which households a step is for; what is null or empty holds for all.',
  simpleResolvers: true,
})
export class ProtocolConditionType {
  @Field(() => Int, { nullable: true, description: 'With a child of this age or younger, in years.' })
  childUpTo?: number | null;

  @Field(() => Int, { nullable: true, description: 'With a child of this age or older, in years.' })
  childFrom?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Looking for a place to work.' })
  needsPremises?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Looking for a home.' })
  needsHousing?: boolean | null;

  @Field(() => [InstallationHorizon], { nullable: true, description: 'Thinking of coming by then.' })
  horizons?: StepCondition['horizons'] | null;
}

/** A step as a version keeps it: its JSON has the same shape. */
@ObjectType('ProtocolStep', { description: 'One step of a protocol, for members.', simpleResolvers: true })
export class ProtocolStepType {
  @Field(() => ID, { description: 'Unique in its version, and the same from one version to the next.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What is to be done, for whoever does it.' })
  description!: string;

  @Field(() => String, {
    description: 'What the household and the public page read, with the title; empty keeps it to the team.',
  })
  publicWords!: string;

  @Field(() => STEP_PHASE)
  phase!: StepPhase;

  @Field(() => STEP_OWNER)
  owner!: StepOwner;

  @Field(() => ID, {
    nullable: true,
    description: 'NetworkActor that carries it; null lets it be chosen for each household.',
  })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name when it was chosen.' })
  actorName?: string | null;

  @Field(() => STEP_ANCHOR)
  anchor!: StepAnchor;

  @Field(() => [ID], { description: 'Keys of the steps it waits for.' })
  after!: string[];

  @Field(() => Int, { description: 'Working days from the anchor; below zero before an arrival.' })
  delay!: number;

  @Field(() => [ProtocolDocumentType])
  documents!: ProtocolDocumentType[];

  @Field(() => ProtocolConditionType)
  condition!: ProtocolConditionType;
}
