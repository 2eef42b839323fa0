import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { changeCapacity } from '../registration/change-capacity.js';
import { SessionCapacityArguments } from './session.input.js';
import { isSessionId, loadSession, NO_SUCH_SESSION } from './session.queries.js';
import { ChangeSessionCapacityResult } from './session-capacity.js';

@Resolver()
export class SessionCapacityResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => ChangeSessionCapacityResult, {
    description:
      'Changes how many people a session can take; not below what is taken already. New seats are offered to who waits. Agents and above.',
  })
  async changeSessionCapacity(
    @Args(() => SessionCapacityArguments) { sessionId, capacity }: SessionCapacityArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ChangeSessionCapacityResult> {
    context.requireTerritory();
    context.requireRole(...WRITERS);
    if (!isSessionId(sessionId)) throw new NotFoundError(NO_SUCH_SESSION);
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const taken = await context.write((connection) =>
      changeCapacity(connection, context.scope, post, sessionId, capacity),
    );
    if (taken === undefined) throw new NotFoundError(NO_SUCH_SESSION);
    if (taken !== null)
      return { __typename: 'SessionCapacityRefused', message: refusal(taken, context.origin.locale) };
    const session = await loadSession(context, sessionId);
    if (!session) throw new NotFoundError(NO_SUCH_SESSION);
    return { __typename: 'SessionCapacityChanged', session };
  }
}

function refusal(seatsTaken: number, locale: string): string {
  return locale === 'en'
    ? `${seatsTaken} seats are taken already: the capacity cannot be lower.`
    : `${seatsTaken} places sont déjà prises : la capacité ne peut pas être inférieure.`;
}
