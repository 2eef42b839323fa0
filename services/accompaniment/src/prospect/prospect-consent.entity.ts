import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';

/** What a household agreed to: the exact words, their version, when and how. It is kept as it was given, and withdrawn once. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select', 'insert', 'update'),
  ],
})
export class ProspectConsent {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  prospectId!: string;

  @Property({
    type: 'text',
    comment: 'FOLLOW_UP: to be kept and answered; NEWS: to be written to of their own accord',
  })
  purpose!: string;

  @Property({ type: 'text' })
  wording!: string;

  @Property({ type: 'text' })
  version!: string;

  @Property({ type: 'text', comment: 'how: SITE, FAIR, PHONE or PAPER' })
  channel!: string;

  @Property({ type: 'timestamptz' })
  givenAt!: Date;

  @Property({ type: 'text', nullable: true, comment: 'account of the member who took it down' })
  recordedBy?: string;

  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt?: Date;
}
