import { MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { StepStatus } from '../installation/step-status.js';
import { ProspectStage } from '../prospect/prospect-stage.js';

/** The longest token that is looked at. */
const TOKEN_LENGTH = 200;

@ArgsType()
export class ProjectTokenArguments {
  @Field(() => String, { description: 'What stands in the address of the link to the household’s page.' })
  @MaxLength(TOKEN_LENGTH)
  token!: string;
}

@ObjectType({ description: 'How a household is reached, as it wrote it.', simpleResolvers: true })
export class OwnContact {
  @Field(() => String, { description: 'Who speaks for the household.' })
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Where they live now, in their words.' })
  livesIn!: string | null;

  @Field(() => String, { nullable: true, description: 'When they like to be called, in their words.' })
  callWhen!: string | null;
}

@ObjectType({ description: 'A paper that a step needs.', simpleResolvers: true })
export class OwnStepDocument {
  @Field(() => String, { description: 'Names it among the step’s documents.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean, { description: 'True when the household brings it, false when the territory does.' })
  fromHousehold!: boolean;
}

@ObjectType({
  description: 'A step of a household’s welcome, as the household reads it.',
  simpleResolvers: true,
})
export class OwnStep {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What it is about, written for the household.' })
  words!: string;

  @Field(() => String, { description: 'DECISION, PREPARATION, ARRIVAL or SETTLING.' })
  phase!: string;

  @Field(() => Boolean, { description: 'Whether the household does it, and says here that it is done.' })
  mine!: boolean;

  @Field(() => Boolean, { description: 'Whether its sponsor does it.' })
  bySponsor!: boolean;

  @Field(() => String, { nullable: true, description: 'Who does it, by name; null while nobody is named.' })
  who!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Day, as 2026-11-23; null while it depends on others.',
  })
  dueOn!: string | null;

  @Field(() => StepStatus)
  status!: StepStatus;

  @Field(() => DateTimeResolver, { nullable: true })
  settledAt!: Date | null;

  @Field(() => [OwnStepDocument])
  documents!: OwnStepDocument[];

  @Field(() => Int, { description: 'Which one was read: who changes says so.' })
  version!: number;
}

@ObjectType({ description: 'A household’s settling, as the household reads it.', simpleResolvers: true })
export class OwnInstallation {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'PLANNED, EFFECTIVE or ABANDONED.' })
  status!: string;

  @Field(() => InstallationHorizon, { nullable: true })
  horizon!: InstallationHorizon | null;

  @Field(() => String, {
    nullable: true,
    description: 'Day on which they think of moving in, as 2026-11-23.',
  })
  expectedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Day on which they moved in, as 2026-11-23.' })
  effectiveOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who leads it, by name.' })
  leadName!: string | null;

  communeCode!: string | null;
  prospectId!: string;
}

@ObjectType({ description: 'A household’s own page: what it reads by its link.', simpleResolvers: true })
export class OwnProject {
  prospectId!: string;

  @Field(() => ProspectStage)
  stage!: ProspectStage;

  @Field(() => String, { description: 'Day on which they were first in touch, as 2026-11-23.' })
  since!: string;

  @Field(() => Boolean, { description: 'Whether it was generated, to show how things work.' })
  demonstration!: boolean;

  @Field(() => OwnContact)
  contact!: OwnContact;
}
