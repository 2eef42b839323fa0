import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { clockInParis, laterOnTheClock, momentInParis, onTheClockBetween } from './paris-time.js';
import { holdSession } from './session-hold.js';
import { SessionResult, sessionRefused, sessionSaved } from './session-plan.result.js';
import { momentOf } from './session-plan.times.js';
import { insertDraft, notePast } from './write-plan.js';

const HOUR = 3_600_000;

@ArgsType()
class DuplicateSessionArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Clock time in Paris, as 2027-03-27T09:30.' })
  @MaxLength(40)
  startsAt!: string;
}

@Resolver()
export class DuplicateSessionResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => SessionResult, {
    description:
      'A new draft with the same plan, all its times as much later on the clock as its start. Nobody is registered in it. Agents only.',
  })
  async duplicateSession(
    @Args(() => DuplicateSessionArguments) { id, startsAt }: DuplicateSessionArguments,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const start = momentOf('startsAt', startsAt, problems);
    if (start) notePast({ startsAt: start }, problems);
    if (!start || problems.list.length > 0) return sessionRefused(context, problems);
    const copy = await context.write((connection) => holdSession(connection, context, this.links, id));
    const later = onTheClockBetween(clockInParis(copy.startsAt), clockInParis(start));
    const shifted = (moment: Date) => shiftedBy(moment, later);
    return sessionSaved(
      context,
      await insertDraft(context, {
        ...copy,
        startsAt: start,
        endsAt: shifted(copy.endsAt),
        registrationClosesAt: copy.registrationClosesAt && shifted(copy.registrationClosesAt),
        programme: copy.programme.map((item) => ({
          ...item,
          startsAt: shifted(new Date(item.startsAt)).toISOString(),
        })),
      }),
    );
  }
}

/** Later on the clock's face. What falls into the hour that March leaves out is an hour later, as clocks then are. */
function shiftedBy(moment: Date, later: number): Date {
  const clock = laterOnTheClock(clockInParis(moment), later);
  return momentInParis(clock) ?? momentInParis(laterOnTheClock(clock, HOUR))!;
}
