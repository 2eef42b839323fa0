import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';

/** What is arranged for one household alone during a session: a house to see, a school, somebody to meet. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [...tenantPolicies({ read: hasRole(...WRITERS) }), ...householdPolicies('prospect_id', 'select')],
})
@Index({ properties: ['registrationId', 'startsAt'] })
export class HouseholdVisit {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  registrationId!: string;

  @Property({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text', nullable: true })
  place?: string;

  @Property({ type: 'text', nullable: true, comment: 'who receives them' })
  host?: string;
}
