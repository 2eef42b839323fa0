import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { MatchReason } from './sponsorship.entity.js';
import { SponsorshipContactKind, SponsorshipSide, SponsorshipStatus } from './sponsorship-status.js';

@ObjectType({ description: 'One contact of a sponsor and a household.', simpleResolvers: true })
export class SponsorshipContactRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => SponsorshipSide, { description: 'Who wrote it down.' })
  by!: SponsorshipSide;

  @Field(() => SponsorshipContactKind)
  kind!: SponsorshipContactKind;

  @Field(() => DateResolver)
  day!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A word about it, read by both sides and by the team.',
  })
  words!: string | null;

  @Field(() => DateTimeResolver)
  notedAt!: Date;
}

@ObjectType({ description: 'Who a sponsorship is of, by name.', simpleResolvers: true })
export class SponsorshipPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'E.164.' })
  phone!: string | null;
}

@ObjectType({ description: 'A sponsor and a household. Agents only.', simpleResolvers: true })
export class SponsorshipRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => SponsorshipStatus)
  status!: SponsorshipStatus;

  @Field(() => SponsorshipPerson)
  sponsor!: SponsorshipPerson;

  @Field(() => SponsorshipPerson)
  household!: SponsorshipPerson;

  reasons!: MatchReason[];

  @Field(() => DateTimeResolver)
  proposedAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  sponsorAcceptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who said so, where a member wrote it down.' })
  sponsorWord!: string | null;

  @Field(() => DateTimeResolver, { nullable: true })
  householdAcceptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who said so, where a member wrote it down.' })
  householdWord!: string | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Since when both have accepted.' })
  activeSince!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'When it was declined or ended.' })
  endedAt!: Date | null;

  @Field(() => SponsorshipSide, { nullable: true, description: 'Whose doing that was.' })
  endedBy!: SponsorshipSide | null;

  @Field(() => String, { nullable: true, description: 'The word with which it was declined or ended.' })
  closingWords!: string | null;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'Day of the last contact; null while there was none.',
  })
  lastContactOn!: string | null;

  @Field(() => Int)
  contactCount!: number;

  @Field(() => Boolean, { description: 'Active, and nothing was noted for a month.' })
  overdue!: boolean;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When the sponsor was last asked how it goes.',
  })
  askedAt!: Date | null;

  @Field(() => Int, { description: 'Give it back with a change: one based on an older state is refused.' })
  version!: number;

  @Field(() => Boolean)
  demonstration!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class SponsorshipRecordConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [SponsorshipRecord])
  nodes!: SponsorshipRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'A household that settles and that nobody accompanies.', simpleResolvers: true })
export class HouseholdToSponsor {
  @Field(() => ID)
  prospectId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => DateResolver, { nullable: true, description: 'When they moved in, or think of doing so.' })
  arrivesOn!: string | null;

  communeCode!: string | null;

  @Field(() => Int, { description: 'Proposals that came to nothing.' })
  declined!: number;

  @Field(() => Boolean)
  demonstration!: boolean;
}

@ObjectType({ description: 'Where sponsorships stand, for the team.', simpleResolvers: true })
export class SponsorshipDesk {
  @Field(() => [HouseholdToSponsor], { description: 'Who arrives first comes first; at most 50.' })
  withoutSponsor!: HouseholdToSponsor[];

  @Field(() => Int)
  withoutSponsorCount!: number;

  @Field(() => Int, { description: 'Proposals that wait for an answer.' })
  waitingCount!: number;

  @Field(() => Int)
  activeCount!: number;

  @Field(() => Int, { description: 'Active, and nothing was noted for a month.' })
  overdueCount!: number;

  @Field(() => Int, { description: 'Sponsors with a place free, on no pause.' })
  availableCount!: number;
}
