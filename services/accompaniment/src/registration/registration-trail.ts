import { ConnectionArguments, PageInfo } from '@ancrage/subgraph/pagination';
import { IsOptional, MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RegistrationEventKind } from './registration-event-kind.js';

/** Whose doing something was. */
export enum RegistrationActor {
  HOUSEHOLD = 'HOUSEHOLD',
  MEMBER = 'MEMBER',
  CLOCK = 'CLOCK',
}
registerEnumType(RegistrationActor, {
  name: 'RegistrationActor',
  description: 'Whose doing something was.',
  valuesConfig: { CLOCK: { description: 'Nobody’s: it follows by rule, such as an offer that ends.' } },
});

@ObjectType({
  description:
    'One thing that happened to a registration, or to the seats of a session. It is never changed.',
  simpleResolvers: true,
})
export class RegistrationMove {
  @Field(() => ID, { description: 'Later moves have greater numbers.' })
  id!: string;

  @Field(() => RegistrationEventKind)
  kind!: RegistrationEventKind;

  @Field(() => DateTimeResolver)
  at!: Date;

  @Field(() => RegistrationActor)
  by!: RegistrationActor;

  @Field(() => ID, { nullable: true, description: 'Account of the member whose doing it was.' })
  memberId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null for what concerns the whole session.' })
  registrationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who speaks for the household, while it is not forgotten.',
  })
  household!: string | null;

  @Field(() => Int, { description: 'People of the household, or capacity of the session.' })
  people!: number;

  @Field(() => Int, { description: 'In people, once it was done.' })
  seatsLeft!: number;

  @Field(() => Int, { nullable: true, description: 'Rank on the waiting list when it came, from 1.' })
  position!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people, or seats, it was before.' })
  before!: number | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Until when seats were kept.' })
  until!: Date | null;

  @Field(() => String, { nullable: true, description: 'As the member wrote it.' })
  reason!: string | null;

  @Field(() => String, { description: 'What happened and why, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'Latest first.', simpleResolvers: true })
export class RegistrationTrail {
  @Field(() => [RegistrationMove])
  nodes!: RegistrationMove[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ArgsType()
export class RegistrationTrailArguments extends ConnectionArguments {
  @Field(() => ID, { nullable: true, description: 'Of a whole session.' })
  @IsOptional()
  @MaxLength(100)
  sessionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of one registration.' })
  @IsOptional()
  @MaxLength(100)
  registrationId?: string | null;
}
