import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Commune } from '../references.js';
import { SponsorReason } from './sponsor-proposals.js';
import { SponsorshipContactRecord } from './sponsorship-record.js';
import { SponsorshipStatus } from './sponsorship-status.js';

@ObjectType({ description: 'Its sponsor, as a household reads of it.', simpleResolvers: true })
export class OwnSponsorship {
  @Field(() => ID)
  id!: string;

  @Field(() => SponsorshipStatus)
  status!: SponsorshipStatus;

  @Field(() => DateTimeResolver)
  proposedAt!: Date;

  @Field(() => Boolean, { description: 'Whether this household has.' })
  accepted!: boolean;

  @Field(() => Boolean)
  sponsorAccepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Null once it is over.' })
  name!: string | null;

  @Field(() => String, { nullable: true })
  activity!: string | null;

  @Field(() => String, { nullable: true, description: 'Their first words.' })
  presentation!: string | null;

  @Field(() => Commune, { nullable: true })
  commune!: Commune | null;

  @Field(() => [String], { description: 'ISO 639-1.' })
  languages!: string[];

  @Field(() => [SponsorReason], { description: 'Why they were thought of.' })
  reasons!: SponsorReason[];

  @Field(() => String, { nullable: true, description: 'Null unless both have accepted.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'E.164. Null unless both have accepted.' })
  phone!: string | null;

  @Field(() => [SponsorshipContactRecord], { description: 'What was noted, the latest first.' })
  contacts!: SponsorshipContactRecord[];

  @Field(() => DateTimeResolver, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class OwnSponsorshipSaved {
  readonly __typename = 'OwnSponsorshipSaved';

  @Field(() => OwnSponsorship, {
    nullable: true,
    description: 'Null for a proposal that was declined: nothing of it is left to read.',
  })
  sponsorship!: OwnSponsorship | null;
}

@ObjectType({ description: 'Nothing was done.', simpleResolvers: true })
export class OwnSponsorshipRefused {
  readonly __typename = 'OwnSponsorshipRefused';

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => [FieldProblem], { description: 'Empty when it is not what was typed that is wrong.' })
  problems!: FieldProblem[];
}

export const OwnSponsorshipResult = createUnionType({
  name: 'OwnSponsorshipResult',
  types: () => [OwnSponsorshipSaved, OwnSponsorshipRefused] as const,
});
