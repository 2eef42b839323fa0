import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';

/** A line of a household's timeline: what happened, who did it, what was noted. Rows are added, and go with the household. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [...tenantPolicies({ read: hasRole(...WRITERS) }), ...householdPolicies('prospect_id', 'insert')],
})
@Index({ properties: ['prospectId', 'at'] })
export class ProspectEvent {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'text', comment: 'one of ProspectEventKind' })
  kind!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  at: Date = new Date();

  @Property({
    type: 'text',
    nullable: true,
    comment: 'account of the member, household:… or null for the clock',
  })
  userId?: string;

  @Property({ type: 'text', nullable: true, comment: 'a reason or a remark, as it was written' })
  note?: string;

  @Property({ type: 'jsonb', nullable: true })
  detail?: Record<string, unknown>;
}
