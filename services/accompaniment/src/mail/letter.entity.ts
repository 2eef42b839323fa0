import type { LetterContent } from '@ancrage/post/letter-content';
import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** An e-mail to be sent, written in the transaction that calls for it. What has left keeps its head, not its text. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
// Whatever is done twice is written once.
@Unique({ properties: ['territoryId', 'key'] })
@Index({ properties: ['prospectId'] })
export class Letter {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text', comment: 'what it is about, once: reminder:<registration>' })
  key!: string;

  @Property({ type: 'uuid', nullable: true, comment: 'whom it is about: erased with them' })
  prospectId?: string;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'name shown before the address that all e-mails come from',
  })
  sender?: string;

  @Property({ type: 'text' })
  recipient!: string;

  @Property({ type: 'text', nullable: true })
  replyTo?: string;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'text', default: 'fr' })
  locale: string = 'fr';

  @Property({ type: 'text', nullable: true, comment: 'plain text; null once it has left' })
  body?: string;

  @Property({
    type: 'jsonb',
    nullable: true,
    comment: 'the same in parts, and what is attached; null once it has left',
  })
  content?: LetterContent;

  @Property({ type: 'boolean', default: false, comment: 'nobody asked for it: it says how to get no more' })
  news: boolean = false;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  sentAt?: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()', comment: 'when it is tried next' })
  dueAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when it is tried in vain' })
  triedSince?: Date;

  @Property({ type: 'integer', default: 0 })
  attempts: number = 0;

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when it is given up' })
  failedAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'what the mail server said last' })
  problem?: string;
}
