import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** A fair or event that the territory takes part in, and where households are met. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({ read: `${hasRole(...STAFF)} or shown` }),
})
@Unique({ properties: ['territoryId', 'slug'] })
@Index({ properties: ['territoryId', 'startsAt'] })
@Check({ name: 'fair_period_check', expression: 'ends_at > starts_at' })
export class Fair {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', comment: 'town and hall, in words' })
  place!: string;

  @Property({ type: 'text', nullable: true, comment: 'what the territory does there, as everybody reads it' })
  summary?: string;

  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Property({ type: 'timestamptz' })
  endsAt!: Date;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  campaignId?: string;

  @Property({
    type: 'integer',
    nullable: true,
    comment: 'in cents of euros; null: not said, which is not zero',
  })
  costCents?: number;

  @Property({ type: 'boolean', default: false, comment: 'whether visitors of the site read of it' })
  shown: boolean = false;

  @Property({ type: 'integer', default: 0, comment: 'SEQUENCE of its calendar entry' })
  revision: number = 0;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt: Date = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
