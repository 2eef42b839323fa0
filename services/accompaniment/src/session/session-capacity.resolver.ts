import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { LockMode } from '@mikro-orm/core';
import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { DiscoverySession } from './discovery-session.entity.js';
import { SessionCapacityArguments } from './session.input.js';
import { isSessionId, NO_SUCH_SESSION } from './session.queries.js';
import { ChangeSessionCapacityResult } from './session-capacity.js';

@Resolver()
export class SessionCapacityResolver {
  @Mutation(() => ChangeSessionCapacityResult, {
    description:
      'Changes how many people a session can take; not below what is taken already. Agents and above.',
  })
  async changeSessionCapacity(
    @Args(() => SessionCapacityArguments) { sessionId, capacity }: SessionCapacityArguments,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireTerritory();
    context.requireRole(...WRITERS);
    if (!isSessionId(sessionId)) throw new NotFoundError(NO_SUCH_SESSION);
    return context.em.transactional(async (em) => {
      // Registrations change the counters under the same lock, so what is read here holds until the commit.
      const session = await em.findOne(
        DiscoverySession,
        { id: sessionId },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      if (!session) throw new NotFoundError(NO_SUCH_SESSION);
      if (capacity < session.seatsTaken) {
        const message = refusal(session.seatsTaken, context.origin.locale);
        return { __typename: 'SessionCapacityRefused' as const, message };
      }
      session.capacity = capacity;
      return { __typename: 'SessionCapacityChanged' as const, session };
    });
  }
}

function refusal(seatsTaken: number, locale: string): string {
  return locale === 'en'
    ? `${seatsTaken} seats are taken already: the capacity cannot be lower.`
    : `${seatsTaken} places sont déjà prises : la capacité ne peut pas être inférieure.`;
}
