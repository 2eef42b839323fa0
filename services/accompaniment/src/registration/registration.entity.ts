import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { ArrayType } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { RegistrationStatus } from './registration-status.js';

/** One household in one session. Visitors never read it: they see the session's counters. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [...tenantPolicies({ read: hasRole(...STAFF) }), figuresPolicy('accompaniment')],
})
@Check({ name: 'registration_household_check', expression: 'adults between 1 and 10' })
export class Registration {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  sessionId!: string;

  @Property({ type: 'uuid' })
  @Index()
  prospectId!: string;

  @Enum({
    items: () => RegistrationStatus,
    nativeEnumName: 'registration_status',
    default: RegistrationStatus.PENDING,
  })
  status: RegistrationStatus = RegistrationStatus.PENDING;

  @Property({ type: 'integer' })
  adults!: number;

  @Property({ type: ArrayType, columnType: 'int[]', defaultRaw: `'{}'` })
  childrenBirthYears: number[] = [];

  @Property({ type: 'timestamptz' })
  registeredAt!: Date;

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
