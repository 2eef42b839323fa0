import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AbandonReason } from './abandon-reason.js';
import { EvidenceKind } from './evidence-kind.js';
import { InstallationHorizon, InstallationStatus } from './installation-status.js';

@ObjectType({ description: 'How far the steps of a welcome are.', simpleResolvers: true })
export class InstallationProgress {
  @Field(() => Int, { description: 'Steps done or left out.' })
  settled!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => Int, { description: 'Steps to do whose day has passed, by the calendar of Paris.' })
  overdue!: number;

  @Field(() => DateResolver, { nullable: true, description: 'Day of the next step to do that has one.' })
  nextDueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of the next step to do.' })
  nextTitle!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phase of the next step to do: DECISION, PREPARATION, ARRIVAL or SETTLING.',
  })
  phase!: string | null;
}

@ObjectType({ description: 'What shows that a household has settled.', simpleResolvers: true })
export class InstallationEvidence {
  @Field(() => EvidenceKind, { nullable: true, description: 'Null where nobody noted it.' })
  kind!: EvidenceKind | null;

  @Field(() => String, { description: 'Who vouches for it: a person or an organisation.' })
  declaredBy!: string;

  @Field(() => DateTimeResolver, { nullable: true, description: 'When it was noted here.' })
  declaredAt!: Date | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => ID, { nullable: true, description: 'The document of the household that shows it.' })
  fileId!: string | null;
}

@ObjectType({ description: 'A household’s settling project. Agents only.', simpleResolvers: true })
export class InstallationRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => InstallationStatus)
  status!: InstallationStatus;

  @Field(() => ID, { description: 'The ProspectRecord whose settling it is.' })
  prospectId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who speaks for the household; null once it asked to be forgotten.',
  })
  householdName!: string | null;

  @Field(() => InstallationHorizon, { nullable: true })
  horizon!: InstallationHorizon | null;

  @Field(() => DateResolver, { description: 'Day on which it was planned.' })
  plannedOn!: string;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'Day on which the household thinks of moving in.',
  })
  expectedOn!: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'Day on which it had settled.' })
  effectiveOn!: string | null;

  @Field(() => DateResolver, { nullable: true })
  abandonedOn!: string | null;

  @Field(() => AbandonReason, { nullable: true })
  abandonReason!: AbandonReason | null;

  @Field(() => String, { nullable: true })
  abandonNote!: string | null;

  @Field(() => InstallationEvidence, { nullable: true, description: 'Null until it is effective.' })
  evidence!: InstallationEvidence | null;

  @Field(() => Int)
  adults!: number;

  @Field(() => [Int], { description: 'Eldest first.' })
  childrenBirthYears!: number[];

  @Field(() => Int, { nullable: true, description: 'Jobs that came or were made; null while nobody said.' })
  jobs!: number | null;

  @Field(() => ID, { nullable: true, description: 'Account of the member who leads it.' })
  leadId!: string | null;

  @Field(() => String, { nullable: true, description: 'Their name when it was given to them.' })
  leadName!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer leads it.' })
  mine!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the version of the protocol it runs by; null for a case without one.',
  })
  protocolNumber!: number | null;

  @Field(() => InstallationProgress)
  progress!: InstallationProgress;

  @Field(() => Int, { description: 'Give it back with a change: one based on an older state is refused.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;

  communeCode!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class InstallationRecordConnection {
  @Field(() => Int, { description: 'How many there are on all pages together.' })
  totalCount!: number;

  @Field(() => [InstallationRecord])
  nodes!: InstallationRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
