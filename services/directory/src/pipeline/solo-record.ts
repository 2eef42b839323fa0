import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { SoloStatus } from '../solo/solo-status.js';

@ObjectType({
  description: 'What is known of a person and does not show: how to reach them, and what members noted.',
  simpleResolvers: true,
})
export class SoloPrivate {
  @Field(() => String, { nullable: true, description: 'The person, where the business has another name.' })
  personName!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'As E.164: +33561000000.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: '14 digits, checked by Luhn.' })
  siret!: string | null;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => String, { nullable: true, description: 'Members’ own notes.' })
  notes!: string | null;

  @Field(() => [String], { description: 'What may show of it once published: PHONE, WEBSITE.' })
  shown!: string[];

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When they were told that they are known here, from where and what for (GDPR, article 14).',
  })
  informedAt!: Date | null;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When they objected to being kept; nobody writes to them since.',
  })
  objectedAt!: Date | null;
}

@ObjectType({
  description: 'A solo as those who keep the directory see it, whatever the stage. Agents only.',
  simpleResolvers: true,
})
export class SoloRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => SoloStatus)
  status!: SoloStatus;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, { description: 'Empty while nobody knows.' })
  activity!: string;

  @Field(() => [String])
  skills!: string[];

  @Field(() => String, { nullable: true })
  presentation!: string | null;

  @Field(() => String, { nullable: true, description: 'What shows in place of the commune.' })
  area!: string | null;

  @Field(() => String, { nullable: true, description: 'NAF revision 2: 62.01Z.' })
  nafCode!: string | null;

  @Field(() => [String], { description: 'ISO 639-1 codes.' })
  languages!: string[];

  @Field(() => Boolean)
  canSponsor!: boolean;

  @Field(() => String, { description: 'How the territory came to know of them.' })
  identifiedBy!: string;

  @Field(() => DateTimeResolver)
  identifiedAt!: Date;

  @Field(() => DateTimeResolver, { description: 'Since when they stand where they do.' })
  standsSince!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why a consented entry does not show: PAUSED by its owner, LAPSED without an answer, MODERATED.',
  })
  hiddenBecause!: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'Until when it shows unless it is confirmed.' })
  reconfirmBy!: string | null;

  @Field(() => Boolean, { description: 'Whether a change by its owner waits for a decision.' })
  changeWaits!: boolean;

  @Field(() => Boolean, {
    description: 'Whether they still have to be told that they are known here: within a month, by law.',
  })
  toInform!: boolean;

  @Field(() => Boolean)
  demonstration!: boolean;

  @Field(() => SoloPrivate)
  contact!: SoloPrivate;

  @Field(() => String, { description: 'Give it back with a change: one based on an older state is refused.' })
  revision!: string;

  /** Where they work, also when it does not show. */
  communeCode!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class SoloRecordConnection {
  @Field(() => Int, { description: 'How many there are on all pages together.' })
  totalCount!: number;

  @Field(() => [SoloRecord])
  nodes!: SoloRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
