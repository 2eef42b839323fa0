import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'An e-mail that was given up: the mailbox does not exist, or nothing was taken for two days.',
  simpleResolvers: true,
})
export class DeadLetter {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Address that it was written to.' })
  recipient!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => DateTimeResolver, { description: 'When it was given up.' })
  failedAt!: Date;

  @Field(() => String, { description: 'What the mail server said last, in its own words.' })
  problem!: string;

  @Field(() => Int)
  attempts!: number;
}

@ObjectType({ simpleResolvers: true })
export class DeadLetterConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => Int, { description: 'E-mails that were tried in vain and are tried again by themselves.' })
  waitingCount!: number;

  @Field(() => [DeadLetter])
  nodes!: DeadLetter[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
