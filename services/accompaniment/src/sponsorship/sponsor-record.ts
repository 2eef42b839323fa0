import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { SponsorState } from './sponsorship-status.js';

@ObjectType({ description: 'What a sponsor agreed to, as it was read.', simpleResolvers: true })
export class SponsorConsent {
  @Field(() => String)
  wording!: string;

  @Field(() => String, { description: 'Of the sentence; `own` for words that are not the site’s.' })
  version!: string;

  @Field(() => String, { description: 'SITE, PHONE or PAPER.' })
  channel!: string;

  @Field(() => DateTimeResolver)
  givenAt!: Date;
}

@ObjectType({
  description: 'How a sponsor shows on the page that welcomes newcomers, by a consent of its own.',
  simpleResolvers: true,
})
export class SponsorPortraitRecord {
  @Field(() => String, { description: 'In their words.' })
  sentence!: string;

  @Field(() => SponsorConsent)
  consent!: SponsorConsent;
}

@ObjectType({
  description: 'Somebody who lives here and helps newcomers settle. Agents only.',
  simpleResolvers: true,
})
export class SponsorRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Solo of the directory, for one who is.' })
  soloId!: string | null;

  @Field(() => SponsorState)
  state!: SponsorState;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true, description: 'E.164.' })
  phone!: string | null;

  @Field(() => String, { description: 'Language in which they are written to.' })
  locale!: string;

  communeCode!: string | null;

  @Field(() => String, { nullable: true })
  activity!: string | null;

  @Field(() => String, { nullable: true, description: 'Their first words to a household.' })
  presentation!: string | null;

  @Field(() => [String], { description: 'ISO 639-1.' })
  languages!: string[];

  @Field(() => [String])
  interests!: string[];

  @Field(() => [Int])
  childrenBirthYears!: number[];

  @Field(() => Int, { description: 'Households at the same time.' })
  capacity!: number;

  @Field(() => Int, { description: 'Places taken: proposals that wait are counted.' })
  taken!: number;

  @Field(() => Int, { description: 'Households that they accompanied before.' })
  past!: number;

  @Field(() => DateResolver, { nullable: true, description: 'Takes nobody before this day.' })
  pausedUntil!: string | null;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'Since when they want no follow-up letters.',
  })
  quietSince!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true })
  leftAt!: Date | null;

  @Field(() => SponsorConsent)
  consent!: SponsorConsent;

  @Field(() => SponsorPortraitRecord, { nullable: true, description: 'Null without a consent to be shown.' })
  portrait!: SponsorPortraitRecord | null;

  @Field(() => DateTimeResolver, { description: 'Since when they are known here.' })
  since!: Date;

  @Field(() => Int, { description: 'Give it back with a change: one based on an older state is refused.' })
  version!: number;

  @Field(() => Boolean)
  demonstration!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class SponsorRecordConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [SponsorRecord])
  nodes!: SponsorRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
