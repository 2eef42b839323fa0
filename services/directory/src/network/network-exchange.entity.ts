import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** That an actor was asked something, and when it answered: its response time is counted from these. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
@Index({ properties: ['actorId', 'askedAt'] })
export class NetworkExchange {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  actorId!: string;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'text', comment: 'EMAIL, PHONE, MEETING or LETTER' })
  means!: string;

  @Property({ type: 'text', nullable: true, comment: 'the step of the welcome that it was about' })
  step?: string;

  @Property({ type: 'timestamptz' })
  askedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  answeredAt?: Date;

  @Property({ type: 'text', nullable: true })
  answer?: string;

  @Property({ type: 'text', comment: 'account of the member who asked' })
  userId!: string;
}
