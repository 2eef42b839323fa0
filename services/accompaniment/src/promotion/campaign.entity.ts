import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Channel } from './channel.js';

/** What was done to be known, through one channel, for how much. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
@Check({ name: 'campaign_period_check', expression: 'ends_on >= starts_on' })
@Check({ name: 'campaign_money_check', expression: 'budget_cents >= 0 and spent_cents >= 0' })
export class Campaign {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  @Index()
  territoryId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Enum({ items: () => Channel, nativeEnumName: 'promotion_channel' })
  channel!: Channel;

  @Property({ type: 'uuid', nullable: true })
  audienceId?: string;

  @Property({ type: 'uuid', nullable: true })
  messageId?: string;

  @Property({ type: 'text', nullable: true, comment: 'what it is to reach, in words' })
  goal?: string;

  @Property({ type: 'date' })
  startsOn!: string;

  @Property({ type: 'date' })
  endsOn!: string;

  @Property({ type: 'integer', nullable: true, comment: 'planned, in cents of euros; null: not said' })
  budgetCents?: number;

  @Property({
    type: 'integer',
    nullable: true,
    comment: 'spent, in cents of euros; null: not said, which is not zero',
  })
  spentCents?: number;

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
