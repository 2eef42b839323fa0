import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An address that is not written to: its mailbox refuses letters, or its holder wants no news any more. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
export class MailRefusal {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'text', comment: 'the address as it is compared' })
  emailKey!: string;

  @PrimaryKey({
    type: 'text',
    comment: 'BOUNCED: nothing reaches it; UNSUBSCRIBED: nothing but what they asked for',
  })
  reason!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  at: Date = new Date();

  @Property({
    type: 'text',
    nullable: true,
    comment: 'what the mail server said, or the letter they answered',
  })
  detail?: string;
}
