import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ConsentChannel } from './consent-channel.js';

/**
 * A solo's agreement to be published, kept as it was given. The database lets it be withdrawn, never reworded
 * (migration `publication`).
 */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
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

  @Enum({ items: () => ConsentChannel, nativeEnumName: 'consent_channel' })
  channel!: ConsentChannel;

  @Property({ type: 'timestamptz' })
  givenAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt?: Date;

  @Property({ type: 'boolean', generated: '(withdrawn_at is null) stored', comment: 'not withdrawn' })
  readonly holds!: Opt<boolean>;

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
