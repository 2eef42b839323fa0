import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Whom the territory speaks to: families with young children, IT freelancers of a city… */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
export class Audience {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  @Index()
  territoryId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true, comment: 'who they are, what they look for' })
  description?: string;

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
