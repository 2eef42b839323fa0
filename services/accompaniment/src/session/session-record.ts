import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DiscoverySession } from './discovery-session.entity.js';

@ObjectType({ description: 'The households of a session, by where they stand.', simpleResolvers: true })
export class SessionHouseholds {
  @Field(() => Int, { description: 'That have a seat, or had one on the day.' })
  confirmed!: number;

  @Field(() => Int, { description: 'To which seats are offered.' })
  offered!: number;

  @Field(() => Int, { description: 'On the waiting list.' })
  waiting!: number;

  @Field(() => Int, { description: 'That cancelled, or were cancelled.' })
  cancelled!: number;

  @Field(() => Int, {
    description: 'Registered or waiting, with an e-mail address: who is written to when the session changes.',
  })
  reachable!: number;

  @Field(() => Int, { description: 'Registered or waiting, without one: who is to be called.' })
  unreachable!: number;
}

@ObjectType({
  description: 'A session as the territory’s members plan it, drafts included. Members only.',
  simpleResolvers: true,
})
export class SessionRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => DiscoverySession)
  session!: DiscoverySession;

  @Field(() => String, { description: 'Another one when its plan changed; a change names it.' })
  version!: string;

  @Field(() => Int, { description: 'In people, offered ones included.' })
  seatsTaken!: number;

  @Field(() => Int, { description: 'For how many hours a freed seat is kept for whom it is offered to.' })
  offerHours!: number;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Null: nobody but members has seen it.' })
  publishedAt!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true })
  cancelledAt!: Date | null;

  @Field(() => SessionHouseholds, {
    nullable: true,
    description: 'Null to members who see no household: contributors and readers.',
  })
  households!: SessionHouseholds | null;
}

@ObjectType({ description: 'How many of all sessions there are of each kind.', simpleResolvers: true })
export class SessionCounts {
  @Field(() => Int)
  drafts!: number;

  @Field(() => Int, { description: 'Announced and to come, full and closed ones included.' })
  upcoming!: number;

  @Field(() => Int, { description: 'That took place.' })
  past!: number;

  @Field(() => Int)
  cancelled!: number;
}

@ObjectType({ simpleResolvers: true })
export class SessionRecordConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [SessionRecord])
  nodes!: SessionRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => SessionCounts, { description: 'Whatever the filter.' })
  counts!: SessionCounts;
}
