import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ProtocolStatus } from './protocol-status.js';
import type { ProtocolStep } from './protocol-step.js';

/** One version of how a territory welcomes. What was published stays as it was: running cases rest on it. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({ read: `status = 'PUBLISHED' or ${hasRole(...STAFF)}` }),
})
@Unique({ properties: ['territoryId', 'number'] })
@Check({
  name: 'welcome_protocol_published_check',
  expression: `(status = 'DRAFT') = (published_at is null)`,
})
export class WelcomeProtocol {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'integer', comment: '1, 2, 3 … within a territory' })
  number!: number;

  @Enum({ items: () => ProtocolStatus, nativeEnumName: 'protocol_status', default: ProtocolStatus.DRAFT })
  status: Opt<ProtocolStatus> = ProtocolStatus.DRAFT;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true, comment: 'opening words of the public page' })
  introduction?: string;

  @Property({ type: 'jsonb', comment: 'ProtocolStep[], in their order' })
  steps: ProtocolStep[] = [];

  @Property({
    type: 'text',
    nullable: true,
    comment: 'model, or the id of the territory it was copied from',
  })
  origin?: string;

  @Property({ type: 'timestamptz', nullable: true })
  publishedAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'account of the member' })
  publishedBy?: string;

  @Property({
    type: 'integer',
    default: 1,
    comment: 'grows at each change: who changes says which one was read',
  })
  version: Opt<number> = 1;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt: Opt<Date> = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: Opt<boolean> = false;
}
