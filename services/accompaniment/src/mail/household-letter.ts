import { ConnectionArguments, PageInfo } from '@ancrage/subgraph/pagination';
import { IsOptional, IsUUID } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum HouseholdLetterState {
  WAITING = 'WAITING',
  DEAD = 'DEAD',
  SENT = 'SENT',
}
registerEnumType(HouseholdLetterState, {
  name: 'HouseholdLetterState',
  valuesConfig: {
    WAITING: { description: 'It leaves by itself: now, at its time, or when it is tried again.' },
    DEAD: { description: 'Given up: the mailbox does not exist, or nothing was taken for two days.' },
  },
});

@ObjectType({ description: 'An e-mail about a household, and what became of it.', simpleResolvers: true })
export class HouseholdLetter {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Household that it is about.' })
  prospectId!: string | null;

  @Field(() => String, { description: 'Address that it is written to.' })
  recipient!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => Boolean, { description: 'News, which nobody asked for; else it answers what they did.' })
  news!: boolean;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => DateTimeResolver, { description: 'When it is tried next, while it waits.' })
  dueAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  sentAt!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'When it was given up.' })
  failedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What a mail server said last, in its own words.' })
  problem!: string | null;

  @Field(() => Int)
  attempts!: number;
}

@ObjectType({ simpleResolvers: true })
export class HouseholdLetterConnection {
  @Field(() => Int, { description: 'In the state that was asked for.' })
  totalCount!: number;

  @Field(() => Int)
  waitingCount!: number;

  @Field(() => Int)
  deadCount!: number;

  @Field(() => [HouseholdLetter])
  nodes!: HouseholdLetter[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ArgsType()
export class HouseholdLettersArguments extends ConnectionArguments {
  @Field(() => HouseholdLetterState)
  state!: HouseholdLetterState;

  @Field(() => ID, { nullable: true, description: 'Those about one household alone.' })
  @IsUUID()
  @IsOptional()
  prospectId?: string | null;
}

@ArgsType()
export class HouseholdLetterArguments {
  @Field(() => ID)
  @IsUUID()
  id!: string;
}
