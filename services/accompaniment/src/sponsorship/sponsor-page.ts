import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { Commune } from '../references.js';
import { SponsorReason } from './sponsor-proposals.js';
import { SponsorConsent, SponsorPortraitRecord } from './sponsor-record.js';
import { SponsorshipContactRecord } from './sponsorship-record.js';
import { SponsorshipStatus } from './sponsorship-status.js';

@ObjectType({
  description:
    'A household as its sponsor reads of it: what is needed to decide, more once the sponsor accepted.',
  simpleResolvers: true,
})
export class SponsoredHousehold {
  @Field(() => ID, { description: 'Of the sponsorship.' })
  id!: string;

  @Field(() => SponsorshipStatus)
  status!: SponsorshipStatus;

  @Field(() => DateTimeResolver)
  proposedAt!: Date;

  @Field(() => Boolean, { description: 'Whether this sponsor has.' })
  accepted!: boolean;

  @Field(() => Boolean)
  householdAccepted!: boolean;

  @Field(() => Int, { nullable: true, description: 'Null once it is over.' })
  adults!: number | null;

  @Field(() => Int, { nullable: true })
  children!: number | null;

  @Field(() => String, { nullable: true, description: 'InstallationHorizon, while the household says one.' })
  horizon!: string | null;

  @Field(() => [SponsorReason], { description: 'Why the team thought of this sponsor.' })
  reasons!: SponsorReason[];

  @Field(() => String, { nullable: true, description: 'Null until the sponsor has accepted.' })
  firstName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Month, as 2026-09. Null until the sponsor has accepted.',
  })
  arrival!: string | null;

  @Field(() => Commune, { nullable: true, description: 'Null until the sponsor has accepted.' })
  commune!: Commune | null;

  @Field(() => [Int], { description: 'Empty until the sponsor has accepted.' })
  childrenBirthYears!: number[];

  @Field(() => String, { nullable: true, description: 'Null unless both have accepted.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Null unless both have accepted.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'E.164. Null unless both have accepted.' })
  phone!: string | null;

  @Field(() => [SponsorshipContactRecord], { description: 'What was noted, the latest first.' })
  contacts!: SponsorshipContactRecord[];

  @Field(() => DateTimeResolver, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Boolean)
  demonstration!: boolean;
}

@ObjectType({ description: 'A sponsor’s own page.', simpleResolvers: true })
export class OwnSponsor {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => Commune, { nullable: true })
  commune!: Commune | null;

  @Field(() => String, { nullable: true })
  activity!: string | null;

  @Field(() => String, { nullable: true })
  presentation!: string | null;

  @Field(() => [String])
  languages!: string[];

  @Field(() => [String])
  interests!: string[];

  @Field(() => [Int])
  childrenBirthYears!: number[];

  @Field(() => Int)
  capacity!: number;

  @Field(() => DateResolver, { nullable: true })
  pausedUntil!: string | null;

  @Field(() => DateTimeResolver, { nullable: true })
  quietSince!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Since when they are no sponsor any more.' })
  leftAt!: Date | null;

  @Field(() => SponsorConsent)
  consent!: SponsorConsent;

  @Field(() => SponsorPortraitRecord, { nullable: true })
  portrait!: SponsorPortraitRecord | null;

  @Field(() => String, {
    description: 'What they would agree to, to be shown on the page that welcomes newcomers.',
  })
  portraitWording!: string;

  @Field(() => [SponsoredHousehold], { description: 'Open ones first, then those of the last year.' })
  households!: SponsoredHousehold[];

  @Field(() => Boolean)
  demonstration!: boolean;
}

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class OwnSponsorSaved {
  readonly __typename = 'OwnSponsorSaved';

  @Field(() => OwnSponsor, { nullable: true, description: 'Null once everything is erased.' })
  sponsor!: OwnSponsor | null;
}

@ObjectType({ description: 'Nothing was done.', simpleResolvers: true })
export class OwnSponsorRefused {
  readonly __typename = 'OwnSponsorRefused';

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => [FieldProblem], { description: 'Empty when it is not what was typed that is wrong.' })
  problems!: FieldProblem[];
}

export const OwnSponsorResult = createUnionType({
  name: 'OwnSponsorResult',
  types: () => [OwnSponsorSaved, OwnSponsorRefused] as const,
});
