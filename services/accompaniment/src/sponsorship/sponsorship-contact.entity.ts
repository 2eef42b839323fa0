import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';
import { sponsorPolicies } from './own-sponsor.js';

/** One contact of a sponsor and a household, written down by either, or by the team. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...sponsorPolicies('sponsor_id', 'select', 'insert'),
    ...householdPolicies('prospect_id', 'select', 'insert'),
  ],
})
export class SponsorshipContact {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  sponsorshipId!: string;

  @Property({ type: 'uuid' })
  sponsorId!: string;

  @Property({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'text', comment: 'SPONSOR, HOUSEHOLD or TEAM' })
  by!: string;

  @Property({ type: 'text', comment: 'CALL, MEETING, MESSAGE or OTHER' })
  kind!: string;

  @Property({ type: 'date' })
  day!: string;

  @Property({ type: 'text', nullable: true })
  words?: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  notedAt: Opt<Date> = new Date();
}
