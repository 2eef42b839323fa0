import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { STEP_PHASES, type StepOwner, type StepPhase } from '../protocol/protocol-step.js';

const OWNERS: StepOwner[] = [
  'AGENT',
  'ADMINISTRATOR',
  'CONTRIBUTOR',
  'NETWORK_ACTOR',
  'SPONSOR',
  'HOUSEHOLD',
];

@InputType({ description: 'Who carries a step, and by when.' })
export class StepCarrierInput {
  @Field(() => String, {
    description: 'AGENT, ADMINISTRATOR, CONTRIBUTOR, NETWORK_ACTOR, SPONSOR or HOUSEHOLD.',
  })
  @IsIn(OWNERS)
  owner!: StepOwner;

  @Field(() => ID, { nullable: true, description: 'Account of the member who does it.' })
  @MaxLength(100)
  @IsOptional()
  assigneeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Their name, 120 characters at most.' })
  @MaxLength(1000)
  @IsOptional()
  assigneeName?: string | null;

  @Field(() => ID, { nullable: true, description: 'NetworkActor of the directory; for NETWORK_ACTOR.' })
  @MaxLength(100)
  @IsOptional()
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, 120 characters at most.' })
  @MaxLength(1000)
  @IsOptional()
  actorName?: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'Its day; as it is when left out.' })
  @IsOptional()
  dueOn?: Date | null;
}

@InputType({ description: 'A step that a household needs and the protocol does not have.' })
export class OwnStepInput extends StepCarrierInput {
  @Field(() => String, { description: '1 to 160 characters.' })
  @MaxLength(1000)
  title!: string;

  @Field(() => String, { nullable: true, description: 'For whoever does it, 1,000 characters at most.' })
  @MaxLength(20_000)
  @IsOptional()
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the household reads, 500 characters at most; empty keeps it to the team.',
  })
  @MaxLength(20_000)
  @IsOptional()
  publicWords?: string | null;

  @Field(() => String, { description: 'DECISION, PREPARATION, ARRIVAL or SETTLING.' })
  @IsIn([...STEP_PHASES])
  phase!: StepPhase;
}
