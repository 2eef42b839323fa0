import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A reason for refusing that moderators have at hand, in the words that the owner reads. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
@Index({ properties: ['territoryId', 'position'] })
export class RefusalReason {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  text!: string;
}
