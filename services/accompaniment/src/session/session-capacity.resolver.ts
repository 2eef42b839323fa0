import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { changeCapacity } from '../registration/change-capacity.js';
import { SessionCapacityArguments } from './session.input.js';
import { isSessionId, NO_SUCH_SESSION, SESSION_COLUMNS, type SessionRow } from './session.queries.js';
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
    return context.write<typeof ChangeSessionCapacityResult>(async (connection) => {
      const taken = await changeCapacity(connection, context.scope, post, sessionId, capacity);
      if (taken === undefined) throw new NotFoundError(NO_SUCH_SESSION);
      if (taken !== null)
        return { __typename: 'SessionCapacityRefused', message: refusal(taken, context.origin.locale) };
      // Read under the lock: what this change made of it, whoever comes next.
      const { rows } = await connection.query<SessionRow>(
        `select ${SESSION_COLUMNS} from discovery_session s where s.id = $1`,
        [sessionId],
      );
      return { __typename: 'SessionCapacityChanged', session: rows[0] as SessionRow };
    });
  }
}

function refusal(seatsTaken: number, locale: string): string {
  return locale === 'en'
    ? `${seatsTaken} seats are taken already: the capacity cannot be lower.`
    : `${seatsTaken} places sont déjà prises : la capacité ne peut pas être inférieure.`;
}
