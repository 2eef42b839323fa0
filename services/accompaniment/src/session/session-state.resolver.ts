import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { NO_SUCH_SESSION } from './session.queries.js';
import { SessionStatus } from './session-format.js';
import { changeSession, type HeldSession } from './session-hold.js';
import { SessionResult } from './session-plan.result.js';

const SET = 'update discovery_session set updated_at = clock_timestamp(), status =';

@Resolver()
export class SessionStateResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => SessionResult, {
    description:
      'Announces a draft and opens it to registrations; done twice, it is done once. Its address stays from then on. Agents only.',
  })
  publishSession(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return changeSession(context, this.links, id, async (connection, held, problems) => {
      if (held.status === SessionStatus.PUBLISHED) return 0;
      if (held.status !== SessionStatus.DRAFT)
        problems.add('status', 'Seul un brouillon se publie.', 'Only a draft is published.');
      noteUnready(held, problems);
      if (problems.list.length > 0) return 0;
      await connection.query(`${SET} 'PUBLISHED', published_at = now() where id = $1`, [id]);
      return 0;
    });
  }

  @Mutation(() => SessionResult, {
    description:
      'Takes no more registrations; those that are stay, and the waiting list moves on. Agents only.',
  })
  closeSession(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return changeSession(context, this.links, id, async (connection, held, problems) => {
      if (held.status === SessionStatus.CLOSED) return 0;
      if (held.status !== SessionStatus.PUBLISHED)
        problems.add('status', 'Cette session n’est pas ouverte.', 'This session is not open.');
      else await connection.query(`${SET} 'CLOSED' where id = $1`, [id]);
      return 0;
    });
  }

  @Mutation(() => SessionResult, { description: 'Opens a closed one to registrations again. Agents only.' })
  reopenSession(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return changeSession(context, this.links, id, async (connection, held, problems) => {
      if (held.status === SessionStatus.PUBLISHED) return 0;
      if (held.status !== SessionStatus.CLOSED)
        problems.add(
          'status',
          'Seule une session close se rouvre.',
          'Only a closed session is opened again.',
        );
      noteUnready(held, problems);
      if (problems.list.length > 0) return 0;
      await connection.query(
        `${SET} 'PUBLISHED', published_at = coalesce(published_at, now()) where id = $1`,
        [id],
      );
      return 0;
    });
  }

  @Mutation(() => Boolean, {
    description: 'Deletes a draft; false for what is none any more. Agents only.',
  })
  async deleteDraft(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<boolean> {
    context.requireRole(...WRITERS);
    if (!isUuid(id)) throw new NotFoundError(NO_SUCH_SESSION);
    const { rowCount } = await context.write((connection) =>
      connection.query(
        `delete from discovery_session where territory_id = $1 and id = $2 and status = 'DRAFT'`,
        [context.requireTerritory(), id],
      ),
    );
    return rowCount === 1;
  }
}

/** Notes what an open session lacks: a date to come, a place to come to, time to register. */
function noteUnready(held: HeldSession, problems: Problems, now = new Date()): void {
  if (held.startsAt <= now)
    problems.add('startsAt', 'Cette session a déjà commencé.', 'This session has started already.');
  if (held.registrationClosesAt && held.registrationClosesAt <= now)
    problems.add(
      'registrationClosesAt',
      'Les inscriptions sont closes depuis cette date : repoussez-la d’abord.',
      'Registrations have been closed since this date: move it first.',
    );
  if (!held.hostCommuneCode && !held.meetingPlace)
    problems.add(
      'meetingPlace',
      'Dites où l’on est attendu : une commune, ou un lieu de rendez-vous.',
      'Say where people are awaited: a commune, or a meeting place.',
    );
}
