import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { SessionFormat, SessionStatus } from './session-format.js';

export enum SessionPeriod {
  UPCOMING = 'UPCOMING',
  PAST = 'PAST',
}
registerEnumType(SessionPeriod, {
  name: 'SessionPeriod',
  valuesConfig: {
    UPCOMING: { description: 'Has not ended.' },
    PAST: { description: 'Has ended.' },
  },
});

export enum SessionOrder {
  STARTS = 'STARTS',
  STARTS_DESC = 'STARTS_DESC',
  TITLE = 'TITLE',
  TITLE_DESC = 'TITLE_DESC',
  SEATS_LEFT = 'SEATS_LEFT',
  SEATS_LEFT_DESC = 'SEATS_LEFT_DESC',
  WAITING = 'WAITING',
  WAITING_DESC = 'WAITING_DESC',
  CHANGED = 'CHANGED',
  CHANGED_DESC = 'CHANGED_DESC',
}
registerEnumType(SessionOrder, { name: 'SessionOrder' });

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class SessionFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a title, a summary, a partner or a place; accents and case do not matter.',
  })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => [SessionStatus], { nullable: true })
  @ArrayMaxSize(10)
  @IsOptional()
  statuses?: SessionStatus[] | null;

  @Field(() => SessionPeriod, { nullable: true })
  period?: SessionPeriod | null;

  @Field(() => SessionFormat, { nullable: true })
  format?: SessionFormat | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code of the host.' })
  @Matches(/^[0-9AB]{5}$/, { message: 'Un code INSEE a 5 caractères.' })
  @IsOptional()
  commune?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: households wait; false: none does.' })
  waiting?: boolean | null;
}

@ArgsType()
export class SessionRecordsArguments extends ConnectionArguments {
  @Field(() => SessionFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: SessionFilter | null;

  @Field(() => SessionOrder, { defaultValue: SessionOrder.STARTS_DESC })
  orderBy!: SessionOrder;
}
