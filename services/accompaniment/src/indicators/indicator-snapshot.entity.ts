import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** The figures of a period as they were known on a day: published once, never recomputed. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({ read: `published_at is not null or ${hasRole(...STAFF)}` }),
})
@Unique({ properties: ['territoryId', 'slug'] })
@Check({ name: 'indicator_snapshot_days_check', expression: 'last_day >= first_day' })
export class IndicatorSnapshot {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'date' })
  firstDay!: string;

  @Property({ type: 'date' })
  lastDay!: string;

  @Property({
    type: 'jsonb',
    comment: 'figures with their definitions, exact: whoever reads them suppresses',
  })
  figures: object = {};

  @Property({ type: 'text', nullable: true, comment: 'what the territory says about them' })
  comment?: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  takenAt: Opt<Date> = new Date();

  @Property({ type: 'text', comment: 'account of the member' })
  takenBy!: string;

  @Property({ type: 'timestamptz', nullable: true })
  publishedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when nobody should rely on it' })
  withdrawnAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'why, as everybody reads it' })
  withdrawnBecause?: string;

  @Property({ type: 'boolean', default: false })
  demonstration: Opt<boolean> = false;
}
