import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** Two solos that were looked at and are two: they are not proposed again. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
@Unique({ properties: ['firstId', 'secondId'] })
@Check({ name: 'duplicate_decision_order_check', expression: 'first_id < second_id' })
export class DuplicateDecision {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  firstId!: string;

  @Property({ type: 'uuid' })
  secondId!: string;

  @Property({ type: 'text' })
  decidedBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  decidedAt: Date = new Date();
}
