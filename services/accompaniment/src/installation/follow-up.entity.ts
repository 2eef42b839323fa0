import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';

/** How a household is, six and twelve months after it moved in. What nobody asked yet is null. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select', 'update'),
  ],
})
@Unique({ properties: ['installationId', 'months'] })
@Check({ name: 'follow_up_months_check', expression: 'months in (6, 12)' })
@Check({ name: 'follow_up_rating_check', expression: 'rating between 1 and 5' })
export class FollowUp {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  installationId!: string;

  @Property({ type: 'uuid' })
  @Index()
  prospectId!: string;

  @Property({ type: 'integer' })
  months!: number;

  @Property({ type: 'date' })
  dueOn!: string;

  @Property({ type: 'timestamptz', nullable: true })
  answeredAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'account of the member, or household' })
  answeredBy?: string;

  @Property({ type: 'boolean', nullable: true })
  stillHere?: boolean;

  @Property({ type: 'integer', nullable: true, comment: 'jobs that they hold or made here' })
  jobs?: number;

  @Property({ type: 'integer', nullable: true, comment: '1 to 5' })
  rating?: number;

  @Property({ type: 'text', nullable: true })
  words?: string;

  @Property({ type: 'timestamptz', nullable: true })
  remindedAt?: Date;

  @Property({ type: 'boolean', default: false })
  demonstration: Opt<boolean> = false;
}
