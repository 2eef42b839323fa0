import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';
import { sponsorPolicies } from './own-sponsor.js';
import { SponsorshipStatus } from './sponsorship-status.js';

/** Why a sponsor was thought of for a household; `words` are filled in for the reader's language. */
export interface MatchReason {
  kind: 'ACTIVITY' | 'COMMUNE' | 'CHILDREN' | 'LANGUAGE' | 'INTEREST';
  words: string[];
}

/** A sponsor and a household that settles: proposed by a person, accepted by both, ended with a word. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...sponsorPolicies('sponsor_id', 'select', 'update'),
    ...householdPolicies('prospect_id', 'select', 'update'),
  ],
})
export class Sponsorship {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  sponsorId!: string;

  @Property({ type: 'uuid' })
  @Index()
  prospectId!: string;

  @Enum({
    items: () => SponsorshipStatus,
    nativeEnumName: 'sponsorship_status',
    default: SponsorshipStatus.PROPOSED,
  })
  status: Opt<SponsorshipStatus> = SponsorshipStatus.PROPOSED;

  @Property({ type: 'jsonb', comment: 'MatchReason[], as they were when it was proposed' })
  reasons: MatchReason[] = [];

  @Property({ type: 'text', comment: 'account of the member' })
  proposedBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  proposedAt: Opt<Date> = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  sponsorAcceptedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true })
  householdAcceptedAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'SPONSOR, HOUSEHOLD or TEAM' })
  endedBy?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when it was declined or ended' })
  endedAt?: Date;

  @Property({ type: 'text', nullable: true })
  closingWords?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when they were last asked how it goes' })
  askedAt?: Date;

  @Property({
    type: 'integer',
    default: 1,
    comment: 'grows at each change: who changes says which one was read',
  })
  version: Opt<number> = 1;

  @Property({ type: 'boolean', default: false })
  demonstration: Opt<boolean> = false;
}
