import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FacilityType } from '../facility/facility-type.js';
import { CorrectionOrigin, CorrectionStatus } from './correction-status.js';

@ObjectType('Correction', {
  description: 'What somebody says of a fact. It changes nothing before an agent accepts it.',
  simpleResolvers: true,
})
export class CorrectionNode {
  @Field(() => ID)
  id!: string;

  @Field(() => FacilityType, { nullable: true, description: 'Null: about the sheet as a whole.' })
  type!: FacilityType | null;

  @Field(() => CorrectionOrigin)
  origin!: CorrectionOrigin;

  @Field(() => CorrectionStatus)
  status!: CorrectionStatus;

  @Field(() => Int, { nullable: true, description: 'What was known when it was sent.' })
  knownCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many there are; null: a remark alone.' })
  proposedCount!: number | null;

  @Field(() => [String], { description: 'Names of what is there.' })
  proposedNames!: string[];

  @Field(() => String)
  note!: string;

  @Field(() => String, { nullable: true, description: 'The body that answers; null for a visitor.' })
  sentBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  decidedBy!: string | null;

  @Field(() => DateTimeResolver, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  communeCode!: string;
  campaignId!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class CorrectionConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [CorrectionNode])
  nodes!: CorrectionNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
