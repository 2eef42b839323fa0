import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { RegistrationStatus } from '../registration/registration-status.js';
import { NO_SUCH_SESSION } from '../session/session.queries.js';
import {
  CheckInArguments,
  CloseSessionDayArguments,
  MarkAttendanceInput,
  SessionDayArguments,
} from './attendance.input.js';
import { AttendanceMarkOutcome, CheckInResult, CloseSessionDayResult } from './attendance.result.js';
import { dayMessage } from './attendance.words.js';
import { checkIn, householdOfCode } from './check-in.js';
import { closeDay } from './close-day.js';
import { markAttendance } from './mark-attendance.js';
import { RosterHousehold, RosterOther, SessionRoster } from './roster.js';
import { selectRoster } from './roster.queries.js';

/** Who came, on the day and after it. */
@Resolver()
export class AttendanceResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => SessionRoster, {
    nullable: true,
    description: 'Who is expected at a session and who came; null when there is none. Agents and above.',
  })
  sessionRoster(
    @Args(() => SessionDayArguments) { sessionId }: SessionDayArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SessionRoster | null> {
    context.requireRole(...WRITERS);
    return selectRoster(context, sessionId);
  }

  @Query(() => CheckInResult, {
    description: 'The household that a check-in code makes known. Changes nothing. Agents and above.',
  })
  checkInHousehold(
    @Args(() => CheckInArguments) { token }: CheckInArguments,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    return householdOfCode(context, this.links, token);
  }

  @Mutation(() => CheckInResult, {
    description:
      'Marks the household of a code present, all its people but those who were marked already. Agents and above.',
  })
  checkIn(@Args(() => CheckInArguments) { token }: CheckInArguments, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    return checkIn(context, this.links, token);
  }

  @Mutation(() => [AttendanceMarkOutcome], {
    description:
      'Takes marks of who came, from phones that may have had no network for a day: an outcome for each, in order. Sending a mark again changes nothing. Agents and above.',
  })
  markAttendance(
    @Arg('input', () => MarkAttendanceInput) { marks, sentAt }: MarkAttendanceInput,
    @Ctx() context: SubgraphContext,
  ): Promise<AttendanceMarkOutcome[]> {
    context.requireRole(...WRITERS);
    const now = new Date();
    const when = {
      now,
      ahead: sentAt ? sentAt.getTime() - now.getTime() : 0,
      locale: context.origin.locale,
    };
    return context.write((connection) => markAttendance(connection, context.scope, marks, when));
  }

  @Mutation(() => CloseSessionDayResult, {
    description:
      'Takes whoever was never marked to be absent, once the session has started. Marks that come later still correct it. Agents and above.',
  })
  async closeSessionDay(
    @Args(() => CloseSessionDayArguments) { sessionId, absentHouseholds }: CloseSessionDayArguments,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const roster = await selectRoster(context, sessionId);
    if (!roster) throw new NotFoundError(NO_SUCH_SESSION);
    const { id } = roster.session;
    const { state, absent } = await context.write((connection) =>
      closeDay(connection, context.scope, { sessionId: id, absentHouseholds, now: new Date() }),
    );
    if (state !== 'CLOSED') {
      const message = dayMessage(state, context.origin.locale);
      return { __typename: 'SessionDayRefused', message, absentHouseholds: absent };
    }
    return {
      __typename: 'SessionDayClosed',
      roster: await selectRoster(context, id),
      absentHouseholds: absent,
    };
  }
}

const CODE = 'What the household’s check-in code holds: phones compare it without a network.';

@Resolver(() => RosterHousehold)
export class RosterHouseholdResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @FieldResolver(() => String, { description: CODE })
  checkInToken(@Root() { registrationId }: RosterHousehold): string {
    return this.links.tokenOf('CHECK_IN', registrationId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Of the link to their survey, for who has no e-mail; null unless they came.',
  })
  surveyToken(@Root() { registrationId, status }: RosterHousehold): string | null {
    return status === RegistrationStatus.ATTENDED ? this.links.tokenOf('SURVEY', registrationId) : null;
  }
}

@Resolver(() => RosterOther)
export class RosterOtherResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @FieldResolver(() => String, { description: CODE })
  checkInToken(@Root() { registrationId }: RosterOther): string {
    return this.links.tokenOf('CHECK_IN', registrationId);
  }
}
