import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What is said to an audience, ready to be used in a campaign. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
export class PromotionMessage {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  audienceId!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  body!: string;
}
