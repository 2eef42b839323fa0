import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownPolicies } from '../entry/own-policies.js';
import { ConsentChannel } from './consent-channel.js';
import { ConsentPurpose } from './consent-purpose.js';

/**
 * A solo's agreement to be published, kept as it was given. The database lets it be withdrawn, never reworded
 * (migration `publication`).
 */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...STAFF) }),
    ...ownPolicies('solo_id', 'select', 'insert', 'update'),
  ],
})
export class Consent {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  soloId!: string;

  @Property({ type: 'text', comment: 'the exact sentence that was agreed to' })
  wording!: string;

  @Property({ type: 'text', comment: 'which edition of the wording' })
  version!: string;

  @Enum({ items: () => ConsentPurpose, nativeEnumName: 'consent_purpose', default: ConsentPurpose.WEB })
  purpose: Opt<ConsentPurpose> = ConsentPurpose.WEB;

  @Enum({ items: () => ConsentChannel, nativeEnumName: 'consent_channel' })
  channel!: ConsentChannel;

  @Property({ type: 'timestamptz' })
  givenAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt?: Date;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'who wrote it down: a member, or solo:… for the person',
  })
  recordedBy?: string;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'what shows it: where the paper is, who was on the phone',
  })
  evidence?: string;

  @Property({ type: 'boolean', generated: '(withdrawn_at is null) stored', comment: 'not withdrawn' })
  readonly holds!: Opt<boolean>;

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
