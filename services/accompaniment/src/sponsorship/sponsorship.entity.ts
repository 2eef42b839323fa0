import { figuresPolicy, hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
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

/** What a household may read of a sponsor before they know each other. */
export interface SponsorCard {
  name: string;
  activity: string | null;
  presentation: string | null;
  communeCode: string | null;
  languages: string[];
}

/** What a sponsor may read of a household: at first what is needed to decide, more once they accepted. */
export interface HouseholdCard {
  adults: number;
  children: number;
  horizon: string | null;
  /** From here on: once the sponsor accepted. */
  firstName?: string;
  /** 2026-09 */
  arrival?: string | null;
  communeCode?: string | null;
  childrenBirthYears?: number[];
}

/** A sponsor and a household that settles: proposed by a person, accepted by both, ended with a word. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...sponsorPolicies('sponsor_id', 'select', 'update'),
    ...householdPolicies('prospect_id', 'select', 'update'),
    figuresPolicy('accompaniment'),
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

  @Property({
    type: 'jsonb',
    defaultRaw: `'{}'`,
    comment: 'SponsorCard: what the household reads; {} once over',
  })
  sponsorCard: Opt<SponsorCard | Record<string, never>> = {};

  @Property({
    type: 'jsonb',
    defaultRaw: `'{}'`,
    comment: 'HouseholdCard: what the sponsor reads; {} once over',
  })
  householdCard: Opt<HouseholdCard | Record<string, never>> = {};

  @Property({ type: 'text', comment: 'account of the member' })
  proposedBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  proposedAt: Opt<Date> = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  sponsorAcceptedAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'who said so, where a member wrote it down' })
  sponsorWord?: string;

  @Property({ type: 'timestamptz', nullable: true })
  householdAcceptedAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'who said so, where a member wrote it down' })
  householdWord?: string;

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
