import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { PageInfo } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MergePart } from './merge-part.js';
import type { MergeNotice } from './merge-plan.js';
import { MergeRecord } from './merge-record.js';

export const MergeNoticeEnum = {
  STAYS_PUBLISHED: 'STAYS_PUBLISHED',
  PUBLIC_FIELDS_STAY: 'PUBLIC_FIELDS_STAY',
  STAYS_HIDDEN: 'STAYS_HIDDEN',
  WILL_BE_WITHDRAWN: 'WILL_BE_WITHDRAWN',
  ADDRESS_CHANGES: 'ADDRESS_CHANGES',
} as const satisfies Record<MergeNotice, MergeNotice>;
registerEnumType(MergeNoticeEnum, {
  name: 'MergeNotice',
  description:
    'PUBLIC_FIELDS_STAY: what was published stays as its owner agreed to it. WILL_BE_WITHDRAWN: one record says no after the other said yes. ADDRESS_CHANGES: both are published, one address ends.',
});

@InputType()
export class MergeInput {
  @Field(() => ID, { description: 'The record whose id goes on.' })
  keptId!: string;

  @Field(() => ID, { description: 'The record that goes.' })
  mergedId!: string;

  @Field(() => [MergePart], {
    description: 'What is taken from the record that goes; the rest is the kept one’s.',
  })
  @ArrayMaxSize(20)
  fromMerged!: MergePart[];
}

@ObjectType({ description: 'What two records would become.', simpleResolvers: true })
export class MergePreview {
  @Field(() => MergeRecord)
  result!: MergeRecord;

  @Field(() => [MergeNoticeEnum])
  notices!: MergeNotice[];

  @Field(() => Int, { description: 'Events of both histories.' })
  events!: number;

  @Field(() => Int)
  consents!: number;

  @Field(() => Int)
  arrivals!: number;
}

@ObjectType('SoloMerge', { description: 'Two records that became one.', simpleResolvers: true })
export class SoloMergeNode {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  keptId!: string;

  @Field(() => String, { description: 'Name of the kept record, as it is now or was.' })
  keptName!: string;

  @Field(() => String, { description: 'Name of the record that went.' })
  mergedName!: string;

  @Field(() => DateTimeResolver)
  mergedAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  undoneAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class SoloMergeConnection {
  @Field(() => [SoloMergeNode])
  nodes!: SoloMergeNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true })
export class SolosMerged {
  readonly __typename = 'SolosMerged';

  @Field(() => SoloMergeNode)
  merge!: SoloMergeNode;
}

@ObjectType({ description: 'Nothing was merged or parted; why.', simpleResolvers: true })
export class MergeRefused {
  readonly __typename = 'MergeRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const MergeSolosResult = createUnionType({
  name: 'MergeSolosResult',
  types: () => [SolosMerged, MergeRefused] as const,
});
