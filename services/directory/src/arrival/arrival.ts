import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ArrivalStatus } from './arrival-status.js';

@ObjectType('Arrival', {
  description:
    'A newcomer’s know-how, presented when they join. It shows while their consent to be presented to the press holds.',
  simpleResolvers: true,
})
export class ArrivalNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { description: 'At most 120 characters.' })
  title!: string;

  @Field(() => String, { description: 'A few words under the title, at most 300 characters.' })
  summary!: string;

  @Field(() => [String], {
    description: 'Plain text, paragraph by paragraph; 8,000 characters in all at most.',
  })
  paragraphs!: string[];

  @Field(() => DateResolver, { nullable: true, description: 'When they arrived; null: not known.' })
  arrivedOn!: string | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Null: it never showed.' })
  publishedAt!: Date | null;

  @Field(() => DateTimeResolver, { description: 'Of its last change.' })
  updatedAt!: Date;

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;

  communeCode!: string | null;
  soloId!: string;
}

@ObjectType({ simpleResolvers: true })
export class ArrivalConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [ArrivalNode])
  nodes!: ArrivalNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'What a person agreed to, to be presented to the press.', simpleResolvers: true })
export class PressConsent {
  @Field(() => String, { description: 'The sentence as they read it.' })
  wording!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String, { description: 'How they gave it: WEB, EMAIL, PAPER or PHONE.' })
  channel!: string;

  @Field(() => DateTimeResolver)
  givenAt!: string;
}

@ObjectType({ description: 'Somebody whom an arrival may present.', simpleResolvers: true })
export class ArrivalSubject {
  @Field(() => ID, { description: 'Of the solo.' })
  soloId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  activity!: string;

  @Field(() => String, { nullable: true, description: 'INSEE code of where they show that they work.' })
  communeCode!: string | null;

  @Field(() => Boolean, { description: 'Whether the directory shows their entry.' })
  published!: boolean;

  @Field(() => PressConsent, { nullable: true, description: 'Null: they gave none, or took it back.' })
  consent!: PressConsent | null;

  @Field(() => Int, { description: 'Arrivals written about them.' })
  arrivals!: number;
}

@ObjectType({
  description: 'An arrival as the territory’s members keep it. Members only.',
  simpleResolvers: true,
})
export class ArrivalRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => ArrivalNode)
  arrival!: ArrivalNode;

  @Field(() => ArrivalStatus)
  status!: ArrivalStatus;

  @Field(() => ArrivalSubject)
  subject!: ArrivalSubject;
}

@ObjectType({ simpleResolvers: true })
export class ArrivalRecordConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [ArrivalRecord])
  nodes!: ArrivalRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
