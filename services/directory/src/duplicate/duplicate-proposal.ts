import { PageInfo } from '@ancrage/subgraph/pagination';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DuplicateReason } from './find-duplicates.js';
import { MergeRecord } from './merge-record.js';

/** Why two records may be one person's. */
export const DuplicateReasonEnum = {
  SIRET: 'SIRET',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  SAME_NAME: 'SAME_NAME',
  SIMILAR_NAME: 'SIMILAR_NAME',
  SAME_COMMUNE: 'SAME_COMMUNE',
} as const satisfies Record<DuplicateReason, DuplicateReason>;
registerEnumType(DuplicateReasonEnum, { name: 'DuplicateReason' });

@ObjectType({ description: 'Two records that may be one person’s.', simpleResolvers: true })
export class DuplicateProposal {
  @Field(() => ID, { description: 'The ids of both, by which the pair is asked for.' })
  pair!: string;

  @Field(() => MergeRecord)
  first!: MergeRecord;

  @Field(() => MergeRecord)
  second!: MergeRecord;

  @Field(() => Float, { description: '0 to 1: how sure their likeness makes one.' })
  confidence!: number;

  @Field(() => [DuplicateReasonEnum])
  reasons!: DuplicateReason[];
}

@ObjectType({ simpleResolvers: true })
export class DuplicateProposalConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [DuplicateProposal])
  nodes!: DuplicateProposal[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
