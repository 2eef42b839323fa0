import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Days on which a member is away, and who stands in. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
@Check({ name: 'absence_days_check', expression: 'last_day >= first_day' })
@Check({ name: 'absence_stand_in_check', expression: 'stand_in_id <> member_id' })
export class Absence {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  @Index()
  territoryId!: string;

  @Property({ type: 'text', comment: 'account' })
  memberId!: string;

  @Property({ type: 'text' })
  memberName!: string;

  @Property({ type: 'text', comment: 'account' })
  standInId!: string;

  @Property({ type: 'text' })
  standInName!: string;

  @Property({ type: 'date' })
  firstDay!: string;

  @Property({ type: 'date' })
  lastDay!: string;
}
