import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What one service answered, or is still to answer. Counts alone: no words of the person. */
export interface ServiceAnswer {
  attempts: number;
  confirmedAt: string | null;
  /** Why the last attempt did not succeed. */
  failure: string | null;
  /** How many records of each kind it gave or removed. */
  counts: Record<string, number>;
  /** What stays, by why it does. */
  kept?: Record<string, number>;
}

/** Somebody's request to read or to be rid of what the platform keeps of them in a territory. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
@Index({ properties: ['territoryId', 'askedAt'] })
export class PersonRequest {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text', comment: 'EXPORT or ERASE' })
  kind!: string;

  @Property({ type: 'text', comment: 'by which the same request is recognised: a keyed hash of the address' })
  subjectKey!: string;

  @Property({
    type: 'jsonb',
    nullable: true,
    comment: 'whom the services look for; gone once all have confirmed',
  })
  subject?: object;

  @Property({ type: 'text', comment: 'account of the member, or HOUSEHOLD' })
  askedBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  askedAt: Opt<Date> = new Date();

  @Property({ type: 'jsonb', comment: 'ServiceAnswer by service' })
  answers: Record<string, ServiceAnswer> = {};

  @Property({ type: 'jsonb', nullable: true, comment: 'what an export found; gone a week after' })
  result?: object;

  @Property({ type: 'timestamptz', nullable: true, comment: 'next attempt; null once all have confirmed' })
  @Index()
  nextTryAt?: Date;

  @Property({ type: 'timestamptz', nullable: true })
  finishedAt?: Date;
}
