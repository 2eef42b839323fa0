import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A message to a solo that waits until whoever wrote it follows the link in their own mailbox. It goes when it is sent,
 * when its time is over, and with the solo.
 */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
@Index({ properties: ['soloId'] })
export class HeldMessage {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  soloId!: string;

  @Property({ type: 'text', unique: true, comment: 'SHA-256 of what stands in the link' })
  tokenDigest!: string;

  @Property({ type: 'text' })
  senderName!: string;

  @Property({ type: 'text' })
  senderEmail!: string;

  @Property({ type: 'text' })
  message!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
