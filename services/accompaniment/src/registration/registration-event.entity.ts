import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';

/**
 * What happened to a registration, or to the seats of a whole session, in its order. Rows are only added, and hold no
 * name: they stay when a household is forgotten.
 */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select', 'insert'),
  ],
})
@Index({ properties: ['sessionId', 'id'] })
@Index({ properties: ['registrationId', 'id'] })
export class RegistrationEvent {
  @PrimaryKey({ type: 'bigint', autoincrement: true, comment: 'in the order in which things happened' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  sessionId!: string;

  @Property({ type: 'uuid', nullable: true, comment: 'null: about the session itself, such as its capacity' })
  registrationId?: string;

  @Property({ type: 'uuid', nullable: true })
  prospectId?: string;

  @Property({ type: 'text', comment: 'one of RegistrationEventKind' })
  kind!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  at: Date = new Date();

  @Property({
    type: 'text',
    nullable: true,
    comment: 'account of the member, household:… or null for the clock',
  })
  userId?: string;

  @Property({ type: 'integer', comment: 'people of the household, or capacity of the session' })
  people!: number;

  @Property({ type: 'integer', comment: 'seats left in the session once it was done' })
  seatsLeft!: number;

  @Property({ type: 'jsonb', nullable: true, comment: 'what explains it: position, deadline, former size' })
  detail?: Record<string, unknown>;
}
