import type { SubgraphContext } from '@ancrage/subgraph';
import { Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'What is under way in a territory, with people who count on it.',
  simpleResolvers: true,
})
export class RunningCases {
  @Field(() => Int, { description: 'Households whose installation is planned.' })
  installations!: number;

  @Field(() => Int, { description: 'Households registered for sessions that are not over.' })
  registrations!: number;

  @Field(() => Int, { description: 'Requests of persons about their data that are not settled.' })
  personRequests!: number;
}

@InputType({
  description: 'How many of each were seen, and are given up. One more than that, and nothing is done.',
})
export class AcceptedCases {
  @Field(() => Int, { defaultValue: 0 })
  @Min(0)
  installations!: number;

  @Field(() => Int, { defaultValue: 0 })
  @Min(0)
  registrations!: number;

  @Field(() => Int, { defaultValue: 0 })
  @Min(0)
  personRequests!: number;
}

/** What is under way in the request's territory; for its operators. */
export async function selectRunningCases(context: SubgraphContext): Promise<RunningCases> {
  const [cases] = await context.read<RunningCases>({
    name: 'running cases of a territory',
    text: `select
        (select count(*)::int from installation where territory_id = $1 and status = 'PLANNED') as installations,
        (select count(*)::int from registration r join discovery_session s on s.id = r.session_id
          where r.territory_id = $1 and s.ends_at > now() and r.status in ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED')) as registrations,
        (select count(*)::int from person_request where territory_id = $1 and finished_at is null) as "personRequests"`,
    values: [context.requireTerritory()],
  });
  return cases as RunningCases;
}
