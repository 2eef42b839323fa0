import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { ArrayType, type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';
import type { HouseholdNeeds } from './household-needs.js';
import { RegistrationStatus } from './registration-status.js';

/** One household in one session. Visitors never read it: they see the session's counters. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select', 'update'),
    figuresPolicy('accompaniment'),
  ],
})
@Check({ name: 'registration_household_check', expression: 'adults between 1 and 10' })
@Check({
  name: 'registration_offer_check',
  expression: `(status = 'OFFERED') = (offer_expires_at is not null)`,
})
// The same form sent again is the same registration.
@Unique({ properties: ['territoryId', 'idempotencyKey'] })
@Index({ properties: ['territoryId', 'emailKey'] })
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

  @Property({ type: 'text', nullable: true, comment: 'chosen by the form that was sent' })
  idempotencyKey?: string;

  @Property({ type: 'text', nullable: true, comment: 'as they typed it; null once forgotten' })
  contactName?: string;

  @Property({ type: 'text', nullable: true })
  email?: string;

  @Property({ type: 'text', nullable: true, comment: 'the address as it is compared' })
  emailKey?: string;

  @Property({ type: 'text', nullable: true, comment: 'E.164' })
  phone?: string;

  @Property({ type: 'text', nullable: true })
  project?: string;

  @Property({ type: 'text', default: 'fr', comment: 'language in which they are written to: fr or en' })
  locale: Opt<string> = 'fr';

  @Property({ type: 'jsonb', default: '{}' })
  needs: Opt<HouseholdNeeds> = {};

  @Property({ type: 'timestamptz', nullable: true })
  offeredAt?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'until when an offered seat is kept for them' })
  offerExpiresAt?: Date;

  @Property({ type: 'timestamptz', nullable: true })
  cancelledAt?: Date;

  @Property({ type: 'timestamptz', nullable: true })
  checkedInAt?: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt: Opt<Date> = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
