import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Two households that were looked at and are two: they are not proposed again. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
@Check({ name: 'prospect_pair_order_check', expression: 'first_id < second_id' })
export class ProspectPair {
  @PrimaryKey({ type: 'uuid' })
  firstId!: string;

  @PrimaryKey({ type: 'uuid' })
  secondId!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  decidedBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  decidedAt: Date = new Date();
}
