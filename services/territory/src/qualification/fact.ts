import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PresenceStatus } from '../facility/facility.js';
import { FacilityType } from '../facility/facility-type.js';

export enum FactBasis {
  NONE = 'NONE',
  SOURCE = 'SOURCE',
  VERIFICATION = 'VERIFICATION',
  DECISION = 'DECISION',
}
registerEnumType(FactBasis, {
  name: 'FactBasis',
  description: 'On whose word a fact shows what it shows.',
  valuesConfig: {
    NONE: { description: 'Nobody’s: unknown, or only reported.' },
    SOURCE: { description: 'The most precise of the sources that say something.' },
    VERIFICATION: {
      description: 'A body that knows the place; once expired, only where no source says anything.',
    },
    DECISION: { description: 'The territory, between sources that disagree.' },
  },
});

@ObjectType('Statement', { description: 'What one source says now.', simpleResolvers: true })
export class FactStatement {
  @Field(() => Int, { description: 'How many; 0 where a source that lists the type completely has none.' })
  count!: number;

  @Field(() => DateTimeResolver, { description: 'When its edition was loaded.' })
  statedAt!: Date;

  @Field(() => String, { description: 'Edition, as its producer names it.' })
  vintage!: string;

  sourceId!: string;
}

@ObjectType('Verification', {
  description: 'What a body that knows the place vouched for, and until when.',
  simpleResolvers: true,
})
export class FactVerification {
  @Field(() => Int)
  count!: number;

  @Field(() => String, { description: 'The body: a town hall, the territory; never a person.' })
  verifiedBy!: string;

  @Field(() => DateTimeResolver)
  verifiedAt!: Date;

  @Field(() => DateTimeResolver)
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'True once it no longer counts.' })
  expired!: boolean;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('ConflictDecision', {
  description: 'What the territory believes where sources disagree, and why.',
  simpleResolvers: true,
})
export class FactDecision {
  @Field(() => Int)
  count!: number;

  @Field(() => String)
  reason!: string;

  @Field(() => String)
  decidedBy!: string;

  @Field(() => DateTimeResolver)
  decidedAt!: Date;

  @Field(() => Boolean, { description: 'True when a source has changed since: it is to be decided again.' })
  stale!: boolean;
}

@ObjectType({ description: 'What is known of one type of service in one commune.', simpleResolvers: true })
export class Fact {
  @Field(() => FacilityType)
  type!: FacilityType;

  @Field(() => PresenceStatus)
  status!: PresenceStatus;

  @Field(() => Int, { nullable: true, description: 'How many; null when unknown or only reported.' })
  count!: number | null;

  @Field(() => FactBasis)
  basis!: FactBasis;

  @Field(() => FactVerification, { nullable: true, description: 'Kept after it expired.' })
  verification!: FactVerification | null;

  @Field(() => FactDecision, { nullable: true })
  decision!: FactDecision | null;

  @Field(() => Boolean, { description: 'True while sources disagree and nobody has settled it.' })
  conflict!: boolean;

  communeCode!: string;
}

@ObjectType({ simpleResolvers: true })
export class FactConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [Fact])
  nodes!: Fact[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
