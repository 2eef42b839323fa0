import { randomUUID } from 'node:crypto';
import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { HouseholdVisit } from './household-visit.entity.js';
import { SaveHouseholdVisitInput } from './household-visit.input.js';
import { selectVisit, selectVisits } from './household-visit.queries.js';
import { SaveHouseholdVisitResult } from './household-visit.result.js';
import { isWithinDays, momentOf } from './session-plan.times.js';
import { line } from './session-plan.values.js';

@Resolver()
export class HouseholdVisitResolver {
  @Query(() => [HouseholdVisit], {
    description: 'What is arranged for households alone during a session, by time. Agents only.',
  })
  async householdVisits(
    @Arg('sessionId', () => ID) sessionId: string,
    @Ctx() context: SubgraphContext,
  ): Promise<HouseholdVisit[]> {
    context.requireRole(...WRITERS);
    return isUuid(sessionId) ? selectVisits(context, sessionId) : [];
  }

  @Mutation(() => SaveHouseholdVisitResult, {
    description: 'Arranges something for one household alone, or changes it. Agents only.',
  })
  async saveHouseholdVisit(
    @Arg('input', () => SaveHouseholdVisitInput) input: SaveHouseholdVisitInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const startsAt = momentOf('startsAt', input.startsAt, problems);
    const title = problems.text('title', cleanLine(input.title), 120);
    const place = line('place', input.place, 120, problems);
    const host = line('host', input.host, 120, problems);
    const id = input.id ?? randomUUID();
    const saved = await context.write(async (connection) => {
      // Held, so that it is not cancelled meanwhile.
      const { rows } = await connection.query<{ startsAt: Date; endsAt: Date }>(
        `select s.starts_at as "startsAt", s.ends_at as "endsAt" from registration r
           join discovery_session s on s.id = r.session_id
          where r.territory_id = $1 and r.id = $2 and r.status <> 'CANCELLED' for update of r`,
        [context.requireTerritory(), input.registrationId],
      );
      const [session] = rows;
      if (!session)
        problems.add(
          'registrationId',
          'Ce foyer n’est plus inscrit.',
          'This household is registered no more.',
        );
      else if (startsAt && !isWithinDays(startsAt, session.startsAt, session.endsAt))
        problems.add(
          'startsAt',
          'Cette visite n’est pas dans les jours de la session.',
          'This visit is not within the days of the session.',
        );
      if (problems.list.length > 0) return false;
      const { rowCount } = await connection.query(
        `insert into household_visit (id, territory_id, registration_id, prospect_id, starts_at, title, place, host)
         select $1, territory_id, id, prospect_id, $3, $4, $5, $6 from registration where id = $2
         on conflict (id) do update set starts_at = excluded.starts_at, title = excluded.title,
           place = excluded.place, host = excluded.host
          where household_visit.registration_id = excluded.registration_id`,
        [id, input.registrationId, startsAt, title, place, host],
      );
      return rowCount === 1;
    });
    if (saved)
      return { __typename: 'HouseholdVisitSaved' as const, visit: (await selectVisit(context, id))! };
    if (problems.list.length === 0)
      problems.add('id', 'Cette visite est à un autre foyer.', 'This visit is another household’s.');
    return { __typename: 'HouseholdVisitRefused' as const, problems: problems.list };
  }

  @Mutation(() => Boolean, { description: 'False when it was gone already. Agents only.' })
  async removeHouseholdVisit(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    context.requireRole(...WRITERS);
    if (!isUuid(id)) return false;
    const { rowCount } = await context.write((connection) =>
      connection.query('delete from household_visit where territory_id = $1 and id = $2', [
        context.requireTerritory(),
        id,
      ]),
    );
    return rowCount === 1;
  }
}
