import type { SubgraphContext } from '@ancrage/subgraph';
import { ANYTHING } from '@ancrage/subgraph/changes';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Args, Ctx, Resolver, Subscription } from 'type-graphql';
import { SessionSeatsArguments } from './session.input.js';
import { loadSession, NO_SUCH_SESSION } from './session.queries.js';
import { SessionSeats } from './session-seats.js';

/** Channel on which the database names the session that changed. */
export const SESSION_SEATS = 'session_seats';

@Resolver()
export class SessionSeatsResolver {
  @Subscription(() => SessionSeats, {
    subscribe: ({ args, context }) =>
      follow(context as SubgraphContext, (args as SessionSeatsArguments).sessionId),
    description: 'The seats left in a session: at once, then at each change.',
  })
  async sessionSeats(
    @Args(() => SessionSeatsArguments) { sessionId }: SessionSeatsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SessionSeats> {
    const session = await loadSession(context, sessionId);
    if (!session) throw new NotFoundError(NO_SUCH_SESSION);
    const { id, capacity, seatsTaken, waitlistLength } = session;
    return { sessionId: id, seatsLeft: capacity - seatsTaken, waitlistLength, session };
  }
}

/** Events about one session that the viewer may see, the first of them at once. */
async function follow(context: SubgraphContext, sessionId: string): Promise<AsyncIterableIterator<string>> {
  const session = await loadSession(context, sessionId);
  if (!session) throw new NotFoundError(NO_SUCH_SESSION);
  // Listening starts before the first answer is read, so that no change falls between them.
  const changes = context.notifications(
    SESSION_SEATS,
    (payload) => payload === session.id || payload === ANYTHING,
  );
  let first: string | undefined = session.id;
  const events: AsyncIterableIterator<string> = {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (first === undefined) return changes.next();
      const value = first;
      first = undefined;
      return Promise.resolve({ done: false, value });
    },
    async return() {
      await changes.return?.();
      return { done: true, value: undefined };
    },
  };
  return events;
}
