import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DiscoverySession } from '../session/discovery-session.entity.js';
import { RosterHousehold, SessionRoster } from './roster.js';

export enum AttendanceMarkState {
  MARKED = 'MARKED',
  SUPERSEDED = 'SUPERSEDED',
  REFUSED = 'REFUSED',
}
registerEnumType(AttendanceMarkState, {
  name: 'AttendanceMarkState',
  description: 'What became of a mark.',
  valuesConfig: {
    MARKED: { description: 'It holds; also when it had been sent before.' },
    SUPERSEDED: { description: 'A later mark of the same person holds.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class AttendanceMarkOutcome {
  @Field(() => ID)
  key!: string;

  @Field(() => AttendanceMarkState)
  state!: AttendanceMarkState;

  @Field(() => String, { nullable: true, description: 'Why it was refused, in the reader’s language.' })
  message!: string | null;
}

export enum CheckInRefusal {
  UNKNOWN = 'UNKNOWN',
  TOO_EARLY = 'TOO_EARLY',
  SESSION_CANCELLED = 'SESSION_CANCELLED',
  CANCELLED = 'CANCELLED',
  WAITING = 'WAITING',
}
registerEnumType(CheckInRefusal, {
  name: 'CheckInRefusal',
  description: 'Why a household is not let in.',
  valuesConfig: {
    UNKNOWN: { description: 'No registration of this territory has this code.' },
    TOO_EARLY: { description: 'More than 12 hours before its session starts.' },
    CANCELLED: { description: 'The registration was cancelled.' },
    WAITING: {
      description: 'They are on the waiting list, or have not accepted the seats they were offered.',
    },
  },
});

@ObjectType({ description: 'A household that its code makes known.', simpleResolvers: true })
export class CheckInHousehold {
  readonly __typename = 'CheckInHousehold';

  @Field(() => DiscoverySession)
  session!: DiscoverySession;

  @Field(() => RosterHousehold)
  household!: RosterHousehold;
}

@ObjectType({ simpleResolvers: true })
export class CheckInRefused {
  readonly __typename = 'CheckInRefused';

  @Field(() => CheckInRefusal)
  reason!: CheckInRefusal;

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;
}

export const CheckInResult = createUnionType({
  name: 'CheckInResult',
  types: () => [CheckInHousehold, CheckInRefused] as const,
});

@ObjectType({ simpleResolvers: true })
export class SessionDayClosed {
  readonly __typename = 'SessionDayClosed';

  @Field(() => SessionRoster)
  roster!: SessionRoster;

  @Field(() => Int, { description: 'Households that were marked absent by it.' })
  absentHouseholds!: number;
}

@ObjectType({ simpleResolvers: true })
export class SessionDayRefused {
  readonly __typename = 'SessionDayRefused';

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => Int, { description: 'Households that closing the day would mark absent now.' })
  absentHouseholds!: number;
}

export const CloseSessionDayResult = createUnionType({
  name: 'CloseSessionDayResult',
  types: () => [SessionDayClosed, SessionDayRefused] as const,
});
