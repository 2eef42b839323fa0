import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { StepStatus } from './step-status.js';

@ObjectType({ description: 'A paper that a step needs.', simpleResolvers: true })
export class InstallationStepDocument {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Who brings it: HOUSEHOLD or TERRITORY.' })
  from!: string;
}

@ObjectType({
  description:
    'A step of one household’s welcome, as the protocol had it when the welcome began. A contributor sees those given to them.',
  simpleResolvers: true,
})
export class InstallationStepRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  installationId!: string;

  @Field(() => String, { description: 'Its key in the protocol; steps that were added begin with own-.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What is to be done, for whoever does it; may be empty.' })
  description!: string;

  @Field(() => String, {
    description: 'What the household reads; empty where the step is the team’s own.',
  })
  publicWords!: string;

  @Field(() => String, { description: 'DECISION, PREPARATION, ARRIVAL or SETTLING.' })
  phase!: string;

  @Field(() => String, {
    description: 'Who carries it: AGENT, ADMINISTRATOR, CONTRIBUTOR, NETWORK_ACTOR, SPONSOR or HOUSEHOLD.',
  })
  owner!: string;

  @Field(() => ID, { nullable: true, description: 'NetworkActor of the directory.' })
  actorId!: string | null;

  @Field(() => String, { nullable: true })
  actorName!: string | null;

  @Field(() => ID, { nullable: true, description: 'Account of the member who does it.' })
  assigneeId!: string | null;

  @Field(() => String, { nullable: true })
  assigneeName!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer does it.' })
  mine!: boolean;

  @Field(() => ID, { nullable: true, description: 'Account of the absent member whose step it is.' })
  standsInFor!: string | null;

  @Field(() => [String], { description: 'Keys of the steps before it.' })
  after!: string[];

  @Field(() => DateResolver, {
    nullable: true,
    description: 'By when, as a day of Paris; null while what it is counted from has no date.',
  })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'To do, and its day has passed.' })
  overdue!: boolean;

  @Field(() => StepStatus)
  status!: StepStatus;

  @Field(() => DateTimeResolver, { nullable: true })
  settledAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who settled it: an account, HOUSEHOLD, SPONSOR or ACTOR.',
  })
  settledBy!: string | null;

  @Field(() => String, { nullable: true, description: 'A word about how it was settled or left out.' })
  note!: string | null;

  @Field(() => [InstallationStepDocument])
  documents!: InstallationStepDocument[];

  @Field(() => Int, { description: 'Give it back with a change: one based on an older state is refused.' })
  version!: number;
}
