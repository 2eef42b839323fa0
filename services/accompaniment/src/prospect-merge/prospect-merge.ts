import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { PageInfo } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import type { LikenessReason } from './find-pairs.js';
import { ProspectMergePart } from './merge-part.js';
import { ProspectMergeNotice } from './merge-plan.js';

export const LikenessReasonEnum = {
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  NAME_AND_CHILDREN: 'NAME_AND_CHILDREN',
} as const satisfies Record<LikenessReason, LikenessReason>;
registerEnumType(LikenessReasonEnum, {
  name: 'ProspectLikenessReason',
  description:
    'Why two households may be one: the same address or number, or much the same name with children of the same years.',
});

@ObjectType({ description: 'One of two households that may be one.', simpleResolvers: true })
export class ProspectMergeSide {
  @Field(() => ID)
  id!: string;

  @Field(() => ProspectStage)
  stage!: ProspectStage;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  livesIn!: string | null;

  @Field(() => Int)
  adults!: number;

  @Field(() => [Int])
  childrenBirthYears!: number[];

  @Field(() => String, { nullable: true })
  project!: string | null;

  @Field(() => String, { nullable: true })
  activity!: string | null;

  @Field(() => InstallationHorizon, { nullable: true })
  horizon!: InstallationHorizon | null;

  @Field(() => String, { nullable: true })
  housing!: string | null;

  @Field(() => String, { nullable: true })
  premises!: string | null;

  @Field(() => String, { nullable: true })
  neededSpeed!: string | null;

  @Field(() => DateResolver)
  firstContactOn!: string;

  @Field(() => DateTimeResolver, { nullable: true })
  lastContactAt!: Date | null;

  @Field(() => Int, { description: 'Registrations for sessions, cancelled ones included.' })
  registrations!: number;

  @Field(() => Boolean)
  demonstration!: boolean;
}

@ObjectType({ description: 'Two households that may be one.', simpleResolvers: true })
export class ProspectPairNode {
  @Field(() => ID, { description: 'The ids of both, by which the pair is asked for.' })
  pair!: string;

  @Field(() => ProspectMergeSide)
  first!: ProspectMergeSide;

  @Field(() => ProspectMergeSide)
  second!: ProspectMergeSide;

  @Field(() => Float, { description: '0 to 1: how sure their likeness makes one.' })
  confidence!: number;

  @Field(() => [LikenessReasonEnum])
  reasons!: LikenessReason[];
}

@ObjectType({ simpleResolvers: true })
export class ProspectPairConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [ProspectPairNode])
  nodes!: ProspectPairNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@InputType()
export class ProspectMergeInput {
  @Field(() => ID, { description: 'The household whose id goes on.' })
  @MaxLength(36)
  keptId!: string;

  @Field(() => ID, { description: 'The household that goes.' })
  @MaxLength(36)
  mergedId!: string;

  @Field(() => [ProspectMergePart], {
    description: 'What is taken from the household that goes; the rest is the kept one’s.',
  })
  @ArrayMaxSize(20)
  fromMerged!: ProspectMergePart[];
}

@ObjectType({ description: 'What two households would become.', simpleResolvers: true })
export class ProspectMergePreview {
  @Field(() => ProspectMergeSide)
  result!: ProspectMergeSide;

  @Field(() => [ProspectMergeNotice])
  notices!: ProspectMergeNotice[];

  @Field(() => Int, { description: 'Lines of both timelines.' })
  events!: number;

  @Field(() => Int)
  files!: number;

  @Field(() => Int, { description: 'Consents of both, withdrawn ones included.' })
  consents!: number;
}

@ObjectType('ProspectMerge', { description: 'Two households that became one.', simpleResolvers: true })
export class ProspectMergeNode {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  keptId!: string;

  @Field(() => String, { description: 'Name of the kept household, as it is now or was.' })
  keptName!: string;

  @Field(() => String, { description: 'Name of the household that went.' })
  mergedName!: string;

  @Field(() => DateTimeResolver)
  mergedAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  undoneAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class ProspectsMerged {
  readonly __typename = 'ProspectsMerged';

  @Field(() => ProspectMergeNode)
  merge!: ProspectMergeNode;
}

@ObjectType({ description: 'Nothing was merged or parted; why.', simpleResolvers: true })
export class ProspectMergeRefused {
  readonly __typename = 'ProspectMergeRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const ProspectMergeResult = createUnionType({
  name: 'ProspectMergeResult',
  types: () => [ProspectsMerged, ProspectMergeRefused] as const,
});
